package nl.gebiedsmonitor.projections.manifest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A manifest as it stands.
 *
 * @param withdrawnOn null while it stands
 */
public record ManifestView(
        String slug,
        String title,
        LocalDate date,
        List<String> addressees,
        List<String> ministries,
        List<String> opgaven,
        List<String> focusAreas,
        List<SignatureView> signatures,
        List<EndorsementView> endorsements,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawalReason) {

    /**
     * The last signature of a gemeente.
     *
     * @param withdrawnOn null while it stands
     */
    public record SignatureView(
            String gemeente,
            String office,
            String officeHolder,
            LocalDate signedOn,
            @Nullable LocalDate withdrawnOn,
            @Nullable String withdrawalReason) {}

    /**
     * The support of one who did not sign.
     *
     * @param office null for an organisation
     */
    public record EndorsementView(String endorser, @Nullable String office, LocalDate endorsedOn) {}
}
