package nl.gebiedsmonitor.api.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
 * @param readingTime how long the reading of an effect study is computed at most before it is given up
 * @param publicUrl where readers reach the product, such as {@code https://monitor.example.nl}; its own address when null
 * @param feed how events are given to those who follow them
 * @param webhooks how events are sent to those who subscribe
 * @param catalog what the catalogue says about this installation
 * @param actor who acts while nobody logs in
 */
@ConfigurationProperties("gebiedsmonitor")
public record GebiedsmonitorProperties(
        @DefaultValue("./data") Path dataDir,
        @DefaultValue("true") boolean sampleData,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("60s") Duration computationTime,
        @DefaultValue("15m") Duration readingTime,
        @Nullable String publicUrl,
        @DefaultValue FeedProperties feed,
        @DefaultValue WebhookProperties webhooks,
        @DefaultValue CatalogProperties catalog,
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

    /**
     * How events are sent to those who subscribe.
     *
     * @param allowedTargets hosts, or host:port, that may be sent to though they are private or do without https
     * @param retries how long to wait after each failure in a row, by about; after the last, as long as after that
     * @param giveUpAfter how long a batch may fail before its subscription is suspended
     * @param settled how long to wait for more events once all were looked at
     * @param connectTimeout how long a connection to one address may take
     * @param requestTimeout how long a request may take from its first step to the last byte of its answer
     * @param secretOverlap how long an earlier secret still signs beside the new one
     * @param atOnce how many requests are under way at most
     * @param subscriptions how many there may be, after which the next is answered with 409
     */
    public record WebhookProperties(
            @DefaultValue List<String> allowedTargets,

            @DefaultValue({"5s", "30s", "2m", "10m", "1h", "4h", "12h", "24h"})
            List<Duration> retries,

            @DefaultValue("5d") Duration giveUpAfter,
            @DefaultValue("250ms") Duration settled,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("15s") Duration requestTimeout,
            @DefaultValue("24h") Duration secretOverlap,
            @DefaultValue("16") int atOnce,
            @DefaultValue("1000") int subscriptions) {}

    /**
     * What the catalogue says about this installation.
     *
     * @param title of the catalogue
     * @param publisher who publishes it
     * @param contact whom to ask about it
     * @param email where to ask; null when there is no such address
     * @param licence the address of the licence of figures whose source names none, by default that they are not open
     */
    public record CatalogProperties(
            @DefaultValue("Gebiedsmonitor") String title,
            @DefaultValue("Gebiedsmonitor") String publisher,
            @DefaultValue("Gebiedsmonitor") String contact,
            @Nullable String email,

            @DefaultValue("http://standaarden.overheid.nl/owms/terms/geslotenlicentie")
            String licence) {}
}
