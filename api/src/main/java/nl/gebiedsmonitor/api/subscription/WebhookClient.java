package nl.gebiedsmonitor.api.subscription;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties.WebhookProperties;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to receivers that nobody vouches for: each on a connection of its own to an address that was looked at,
 * without proxies, redirects, retries or cookies, and with an end to it whatever the receiver does.
 */
final class WebhookClient implements AutoCloseable {

    private static final int ANSWER_READ = 64 * 1024;

    private final CloseableHttpClient http;
    private final Clock clock;
    private final Duration connectTimeout;
    private final Duration requestTimeout;
    private final Set<HttpPost> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    WebhookClient(Targets targets, WebhookProperties properties, Clock clock) {
        this.clock = clock;
        this.connectTimeout = properties.connectTimeout();
        this.requestTimeout = properties.requestTimeout();
        Timeout toConnect = Timeout.of(connectTimeout);
        Timeout whole = Timeout.of(requestTimeout);
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(targets)
                        .setMaxConnTotal(2 * properties.atOnce())
                        .setMaxConnPerRoute(2 * properties.atOnce())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(toConnect)
                                .setSocketTimeout(whole)
                                .build())
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setHandshakeTimeout(toConnect)
                                .build())
                        .build())
                .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setUserAgent("Gebiedsmonitor")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** Sends a body, and answers what came of it within the time for a request. */
    Answered post(String target, String contentType, Map<String, String> headers, byte[] body) {
        HttpPost request = new HttpPost(URI.create(target));
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, ContentType.parse(contentType)));
        FutureTask<Answered> exchange = new FutureTask<>(() -> exchange(request));
        underWay.add(request);
        try {
            if (closed) {
                return brokenOff();
            }
            Thread.ofVirtual().name("webhook-request").start(exchange);
            return exchange.get(requestTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return late();
        } catch (ExecutionException failed) {
            return unanswered(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return brokenOff();
        } finally {
            request.cancel();
            underWay.remove(request);
        }
    }

    /** Breaks off what is under way. */
    void breakOff() {
        closed = true;
        underWay.forEach(HttpPost::cancel);
    }

    @Override
    public void close() {
        breakOff();
        http.close(CloseMode.IMMEDIATE);
    }

    /** An answer counts when it came whole; of a long one the rest is left, and its connection with it. */
    private Answered exchange(HttpPost request) throws IOException {
        ClassicHttpResponse response = http.executeOpen(null, request, null);
        try {
            HttpEntity entity = response.getEntity();
            if (entity != null) {
                entity.getContent().readNBytes(ANSWER_READ);
            }
            return Answered.of(response.getCode(), retryAfter(response));
        } finally {
            request.cancel();
            Closer.closeQuietly(response);
        }
    }

    private @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        if (header == null) {
            return null;
        }
        String value = header.getValue();
        try {
            return value.matches("[0-9]{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private Answered unanswered(@Nullable Throwable failed) {
        if (closed) {
            return brokenOff();
        }
        return switch (failed) {
            case Targets.Refused inside ->
                Answered.without(Answered.Kind.UNREACHABLE, String.valueOf(inside.getMessage()));
            case UnknownHostException _ ->
                Answered.without(Answered.Kind.UNREACHABLE, "The name of the receiver is not known.");
            case ConnectTimeoutException _ ->
                Answered.without(
                        Answered.Kind.TIMED_OUT,
                        "No connection to the receiver was made within " + seconds(connectTimeout) + ".");
            case SocketTimeoutException _ -> late();
            case SSLException tls ->
                Answered.without(
                        Answered.Kind.UNREACHABLE,
                        "No safe connection to the receiver was made; its certificate may not be valid: "
                                + tls.getMessage());
            case IOException lost ->
                Answered.without(
                        Answered.Kind.UNREACHABLE,
                        "The receiver cannot be reached, or broke off the connection: " + lost.getMessage());
            case null, default ->
                Answered.without(Answered.Kind.UNREACHABLE, "The request could not be made: " + failed);
        };
    }

    private Answered late() {
        return Answered.without(
                Answered.Kind.TIMED_OUT,
                "The receiver did not answer completely within " + seconds(requestTimeout) + ".");
    }

    private static Answered brokenOff() {
        return Answered.without(Answered.Kind.BROKEN_OFF, "The request was broken off since this product stops.");
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
