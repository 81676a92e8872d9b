package nl.gebiedsmonitor.domain.manifest;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a manifest. */
public sealed interface ManifestCommand {

    /**
     * Makes a manifest public.
     *
     * @param addressees to whom it is addressed, such as the kabinet
     * @param ministries the ministries it calls upon
     * @param opgaven what it is about, at least one
     * @param focusAreas the stedelijke vernieuwingsgebieden it stands up for
     */
    record PublishManifest(
            @TargetAggregateIdentifier ManifestSlug slug,
            String title,
            LocalDate date,
            List<String> addressees,
            List<String> ministries,
            List<Opgave> opgaven,
            List<GebiedCode> focusAreas)
            implements ManifestCommand {

        /** @throws InvalidValue when a text is blank or too long, no opgave is named, or a code is no focus area's */
        public PublishManifest {
            title = requireText("manifest-title", "A manifest has a title", title, 200);
            addressees = requireTexts("addressee", "An addressee has a name", addressees);
            ministries = requireTexts("ministry", "A ministry has a name", ministries);
            opgaven = opgaven.stream().distinct().toList();
            focusAreas = focusAreas.stream().distinct().toList();
            if (opgaven.isEmpty()) {
                throw new InvalidValue("manifest-opgaven", null, "A manifest is about at least one opgave.");
            }
            for (GebiedCode area : focusAreas) {
                if (area.type() != GebiedType.FOCUS) {
                    throw new InvalidValue(
                            "manifest-focus-areas", area, "A manifest stands up for focus areas (SV-...).");
                }
            }
        }
    }

    /**
     * Signs for a gemeente.
     *
     * @param office the public office, such as burgemeester
     * @param officeHolder who held it on that day
     */
    record SignManifest(
            @TargetAggregateIdentifier ManifestSlug slug,
            GebiedCode gemeente,
            String office,
            String officeHolder,
            LocalDate signedOn)
            implements ManifestCommand {

        /** @throws InvalidValue when it is not for a gemeente, or a text is blank or too long */
        public SignManifest {
            if (gemeente.type() != GebiedType.GEMEENTE) {
                throw new InvalidValue(
                        "signatory-is-gemeente", gemeente, "A manifest is signed for a gemeente (GM...).");
            }
            office = requireText("office", "An office has a name", office, 200);
            officeHolder = requireText("office-holder", "An office holder has a name", officeHolder, 200);
        }
    }

    record WithdrawSignature(
            @TargetAggregateIdentifier ManifestSlug slug, GebiedCode gemeente, LocalDate withdrawnOn, String reason)
            implements ManifestCommand {
        public WithdrawSignature {
            reason = requireReason(reason);
        }
    }

    /**
     * Supports a manifest without signing it.
     *
     * @param endorser an organisation or a public office holder
     * @param office the office of the endorser, null for an organisation
     */
    record EndorseManifest(
            @TargetAggregateIdentifier ManifestSlug slug,
            String endorser,
            @Nullable String office,
            LocalDate endorsedOn)
            implements ManifestCommand {

        /** @throws InvalidValue when a text is blank or too long */
        public EndorseManifest {
            endorser = requireText("endorser", "An endorser has a name", endorser, 200);
            office = office == null ? null : requireText("office", "An office has a name", office, 200);
        }
    }

    record WithdrawManifest(@TargetAggregateIdentifier ManifestSlug slug, LocalDate withdrawnOn, String reason)
            implements ManifestCommand {
        public WithdrawManifest {
            reason = requireReason(reason);
        }
    }

    private static List<String> requireTexts(String rule, String sentence, List<String> texts) {
        return texts.stream()
                .map(text -> requireText(rule, sentence, text, 200))
                .distinct()
                .toList();
    }

    private static String requireReason(String reason) {
        return requireText("reason", "A withdrawal has a reason", reason, 1000);
    }

    private static String requireText(String rule, String sentence, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty()
                || stripped.length() > longest
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValue(rule, text, sentence + " of 1 to " + longest + " characters, on one line.");
        }
        return stripped;
    }
}
