package nl.gebiedsmonitor.api.feed;

import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.projections.feed.FeedEvent;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts events in the form of this installation: with its URN as their source, and the address of its schemas. */
@Component
public class CloudEvents {

    /** The media type of a batch of events (CloudEvents 1.0, JSON batch format). */
    public static final String BATCH = "application/cloudevents-batch+json";

    private final JsonMapper json;
    private final GebiedsmonitorProperties properties;
    private final Environment environment;

    CloudEvents(JsonMapper json, GebiedsmonitorProperties properties, Environment environment) {
        this.json = json;
        this.properties = properties;
        this.environment = environment;
    }

    /** An event as it goes out, in JSON on one line. */
    public Rendered render(FeedEvent event) {
        return new Rendered(
                event.stored().position(),
                CloudEvent.TYPE_PREFIX + event.stored().type(),
                json.writeValueAsBytes(CloudEvent.of(event, properties.feed().source(), address())));
    }

    /** Where the installation is reached; from its own machine when nothing else was set. */
    private String address() {
        String set = properties.publicUrl();
        return set == null
                ? "http://" + environment.getProperty("server.address", "127.0.0.1") + ":"
                        + environment.getProperty("local.server.port", "8080")
                : set.replaceAll("/+$", "");
    }
}
