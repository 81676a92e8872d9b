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
 * @param actor who acts while nobody logs in
 * @param catalog what the catalogue says about this installation
 */
@ConfigurationProperties("gebiedsmonitor")
public record GebiedsmonitorProperties(
        @DefaultValue("./data") Path dataDir,
        @DefaultValue("true") boolean sampleData,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("60s") Duration computationTime,
        @DefaultValue ActorProperties actor,
        @DefaultValue CatalogProperties catalog) {

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
