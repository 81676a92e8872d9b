package nl.gebiedsmonitor.api.web;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Spring Web's settings for this API. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private static final Set<String> NOT_TAKEN = Set.of("yaml", "x-yaml", "xml", "cbor", "x-jackson-smile");

    private static final long NEVER = -1;

    private final Reads reads;

    WebConfiguration(Reads reads) {
        this.reads = reads;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(reads);
    }

    /** Where Spring chooses the form of an answer, it knows Accept as everything else does. */
    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(request -> {
            String[] headers = request.getHeaderValues(HttpHeaders.ACCEPT);
            return Accept.ranges(headers == null ? null : String.join(",", headers));
        }));
    }

    /** Whoever waits holds a virtual thread, for as long as its endpoint says. */
    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer support) {
        support.setTaskExecutor(new VirtualThreadTaskExecutor("waiting-")).setDefaultTimeout(NEVER);
    }

    /** JSON is read strictly; whatever else libraries bring along, such as YAML, would go round that. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(
                all -> all.removeIf(converter -> converter.getSupportedMediaTypes().stream()
                        .map(MediaType::getSubtype)
                        .anyMatch(NOT_TAKEN::contains)));
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(new BrokenAnswers());
    }
}
