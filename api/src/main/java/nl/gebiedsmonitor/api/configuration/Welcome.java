package nl.gebiedsmonitor.api.configuration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where to look once the product is ready. */
@Component
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Environment environment;
    private final GebiedsmonitorProperties properties;

    Welcome(Environment environment, GebiedsmonitorProperties properties) {
        this.environment = environment;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        String base = "http://" + environment.getProperty("server.address") + ":"
                + environment.getProperty("local.server.port");
        LOG.info("Gebiedsmonitor is ready");
        LOG.info("  the API, to browse    {}/v1/docs", base);
        if (properties.sampleData()) {
            LOG.info("  a profile             {}/v1/gebieden/SV-ARNHEM-OOST/profile", base);
        }
        LOG.info("  the feed              {}/v1/feed", base);
        LOG.info("  health                {}/actuator/health", base);
        LOG.info("  data                  {}", data());
    }

    private Object data() {
        return environment.matchesProfiles("postgres")
                ? String.valueOf(environment.getProperty("spring.datasource.url"))
                : properties.dataDir().toAbsolutePath().normalize();
    }
}
