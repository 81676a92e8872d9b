package nl.gebiedsmonitor.domain.manifest;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import org.jspecify.annotations.Nullable;

/** The life of a manifest. */
public sealed interface ManifestEvent extends DomainEvent {

    ManifestSlug slug();

    /**
     * A manifest was made public.
     *
     * @param addressees to whom it is addressed, such as the kabinet
     * @param ministries the ministries it calls upon
     * @param focusAreas the stedelijke vernieuwingsgebieden it stands up for
     */
    record ManifestPublished(
            ManifestSlug slug,
            String title,
            LocalDate date,
            List<String> addressees,
            List<String> ministries,
            List<Opgave> opgaven,
            List<GebiedCode> focusAreas)
            implements ManifestEvent {}

    record ManifestSigned(
            ManifestSlug slug, GebiedCode gemeente, String office, String officeHolder, LocalDate signedOn)
            implements ManifestEvent {}

    record SignatureWithdrawn(ManifestSlug slug, GebiedCode gemeente, LocalDate withdrawnOn, String reason)
            implements ManifestEvent {}

    /**
     * One who did not sign supports the manifest.
     *
     * @param endorser an organisation or a public office holder
     * @param office the office of the endorser, null for an organisation
     */
    record ManifestEndorsed(
            ManifestSlug slug, String endorser, @Nullable String office, LocalDate endorsedOn)
            implements ManifestEvent {}

    record ManifestWithdrawn(ManifestSlug slug, LocalDate withdrawnOn, String reason) implements ManifestEvent {}
}
