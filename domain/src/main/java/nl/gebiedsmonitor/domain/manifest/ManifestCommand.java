package nl.gebiedsmonitor.domain.manifest;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a manifest. */
public sealed interface ManifestCommand {

    TextRule TITLE = TextRule.oneLine("manifest-title", "A manifest has a title", 200);
    TextRule ADDRESSEE = TextRule.oneLine("addressee", "An addressee has a name", 200);
    TextRule MINISTRY = TextRule.oneLine("ministry", "A ministry has a name", 200);
    TextRule OFFICE = TextRule.oneLine("office", "An office has a name", 200);
    TextRule OFFICE_HOLDER = TextRule.oneLine("office-holder", "An office holder has a name", 200);
    TextRule ENDORSER = TextRule.oneLine("endorser", "An endorser has a name", 200);

    ListRule ADDRESSEES = ListRule.atMost(100, "addressees", "addressees", "addressees of a manifest");
    ListRule MINISTRIES = ListRule.atMost(100, "ministries", "ministries", "ministries that a manifest calls upon");
    ListRule OPGAVEN = new ListRule("manifest-opgaven", "opgaven", "opgaven of a manifest", 1, 100);
    ListRule FOCUS_AREAS =
            ListRule.atMost(100, "manifest-focus-areas", "focusAreas", "focus areas that a manifest stands up for");

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

        /** @throws InvalidValue when a text or a list does not fit, or a code is no focus area's */
        public PublishManifest {
            title = TITLE.read(title);
            addressees = ADDRESSEES.read(addressees).stream()
                    .map(ADDRESSEE::read)
                    .distinct()
                    .toList();
            ministries = MINISTRIES.read(ministries).stream()
                    .map(MINISTRY::read)
                    .distinct()
                    .toList();
            opgaven = OPGAVEN.read(opgaven);
            focusAreas = FOCUS_AREAS.read(focusAreas);
            focusAreas.forEach(PublishManifest::requireFocusArea);
        }

        /**
         * Answers a gebied that a manifest stands up for.
         *
         * @throws InvalidValue when it is not a focus area
         */
        public static GebiedCode requireFocusArea(GebiedCode area) {
            if (area.type() != GebiedType.FOCUS) {
                throw new InvalidValue("manifest-focus-areas", area, "A manifest stands up for focus areas (SV-...).")
                        .inField("focusAreas");
            }
            return area;
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
            requireGemeente(gemeente);
            office = OFFICE.read(office);
            officeHolder = OFFICE_HOLDER.read(officeHolder);
        }

        /**
         * Answers a gebied that a manifest is signed for.
         *
         * @throws InvalidValue when it is not a gemeente
         */
        public static GebiedCode requireGemeente(GebiedCode gebied) {
            if (gebied.type() != GebiedType.GEMEENTE) {
                throw new InvalidValue("signatory-is-gemeente", gebied, "A manifest is signed for a gemeente (GM...).")
                        .inField("gemeente");
            }
            return gebied;
        }
    }

    record WithdrawSignature(
            @TargetAggregateIdentifier ManifestSlug slug, GebiedCode gemeente, LocalDate withdrawnOn, String reason)
            implements ManifestCommand {
        public WithdrawSignature {
            reason = TextRule.REASON.read(reason);
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
            endorser = ENDORSER.read(endorser);
            office = office == null ? null : OFFICE.read(office);
        }
    }

    record WithdrawManifest(@TargetAggregateIdentifier ManifestSlug slug, LocalDate withdrawnOn, String reason)
            implements ManifestCommand {
        public WithdrawManifest {
            reason = TextRule.REASON.read(reason);
        }
    }
}
