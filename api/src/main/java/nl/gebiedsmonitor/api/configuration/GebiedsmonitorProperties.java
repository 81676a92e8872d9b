package nl.gebiedsmonitor.api.configuration;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about the product, under {@code gebiedsmonitor.}
 *
 * @param dataDir where the embedded database keeps its file
 * @param sampleData whether an empty installation starts with the manifest of 2020
 * @param patience how long a request waits for a projection before it is answered with 503
 * @param computationTime how long one computation takes at most before it is stopped and answered with 413
 * @param publicUrl where readers reach the product, such as {@code https://monitor.example.nl}; its own address when null
 * @param feed how events are given to those who follow them
 * @param actor who acts while nobody logs in
 */
@ConfigurationProperties("gebiedsmonitor")
public record GebiedsmonitorProperties(
        @DefaultValue("./data") Path dataDir,
        @DefaultValue("true") boolean sampleData,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("60s") Duration computationTime,
        @Nullable String publicUrl,
        @DefaultValue FeedProperties feed,
        @DefaultValue ActorProperties actor) {

    /**
     * How events are given to those who follow them.
     *
     * @param source names this installation as the source of its events: a URN, with the OIN of the organisation if it has
     *     one
     * @param heartbeat how long a stream is silent at most
     * @param readers how many may wait for events at once, of whom the next is answered with 503
     */
    public record FeedProperties(
            @DefaultValue("urn:nld:gebiedsmonitor") String source,
            @DefaultValue("15s") Duration heartbeat,
            @DefaultValue("5000") int readers) {}

    /**
     * Who acts while nobody logs in.
     *
     * @param subject the system or office that acts
     * @param organisation on whose behalf
     */
    public record ActorProperties(
            @DefaultValue("local") String subject,
            @DefaultValue("local") String organisation) {}
}
