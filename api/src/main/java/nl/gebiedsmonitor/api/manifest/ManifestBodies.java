package nl.gebiedsmonitor.api.manifest;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.EndorseManifest;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.PublishManifest;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.SignManifest;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.WithdrawManifest;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.WithdrawSignature;
import nl.gebiedsmonitor.domain.manifest.ManifestSlug;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import org.jspecify.annotations.Nullable;

/** What is posted about manifests. */
final class ManifestBodies {

    private ManifestBodies() {}

    /** A manifest. */
    record ManifestBody(
            @Nullable String slug,
            @Nullable String title,
            @Nullable String date,
            @Nullable List<String> addressees,
            @Nullable List<String> ministries,
            @Nullable List<String> opgaven,
            @Nullable List<String> focusAreas) {

        PublishManifest read() {
            Fields fields = new Fields();
            Field<ManifestSlug> readSlug = fields.required("slug", slug, ManifestSlug::new);
            Field<String> readTitle = fields.required("title", title, ManifestCommand.TITLE::read);
            Field<LocalDate> readDate = fields.required("date", date, Fields::date);
            List<String> to = fields.list(ManifestCommand.ADDRESSEES, addressees, ManifestCommand.ADDRESSEE::read);
            List<String> of = fields.list(ManifestCommand.MINISTRIES, ministries, ManifestCommand.MINISTRY::read);
            List<Opgave> about = fields.list(ManifestCommand.OPGAVEN, opgaven, Fields.oneOf(Opgave.class));
            List<GebiedCode> areas = fields.list(
                    ManifestCommand.FOCUS_AREAS,
                    focusAreas,
                    code -> PublishManifest.requireFocusArea(new GebiedCode(code)));
            return fields.make(
                    () -> new PublishManifest(readSlug.get(), readTitle.get(), readDate.get(), to, of, about, areas));
        }
    }

    /** A mayor's signature for a gemeente. */
    record SignatureBody(
            @Nullable String gemeente,
            @Nullable String office,
            @Nullable String officeHolder,
            @Nullable String signedOn) {

        SignManifest read(String slug) {
            Fields fields = new Fields();
            Field<ManifestSlug> readSlug = fields.required("slug", slug, ManifestSlug::new);
            Field<GebiedCode> readGemeente =
                    fields.required("gemeente", gemeente, code -> SignManifest.requireGemeente(new GebiedCode(code)));
            Field<String> readOffice = fields.required("office", office, ManifestCommand.OFFICE::read);
            Field<String> readHolder =
                    fields.required("officeHolder", officeHolder, ManifestCommand.OFFICE_HOLDER::read);
            Field<LocalDate> readDate = fields.required("signedOn", signedOn, Fields::date);
            return fields.make(() -> new SignManifest(
                    readSlug.get(), readGemeente.get(), readOffice.get(), readHolder.get(), readDate.get()));
        }
    }

    /** The support of one who did not sign. */
    record EndorsementBody(
            @Nullable String endorser,
            @Nullable String office,
            @Nullable String endorsedOn) {

        EndorseManifest read(String slug) {
            Fields fields = new Fields();
            Field<ManifestSlug> readSlug = fields.required("slug", slug, ManifestSlug::new);
            Field<String> readEndorser = fields.required("endorser", endorser, ManifestCommand.ENDORSER::read);
            Field<String> readOffice = fields.optional("office", office, ManifestCommand.OFFICE::read);
            Field<LocalDate> readDate = fields.required("endorsedOn", endorsedOn, Fields::date);
            return fields.make(
                    () -> new EndorseManifest(readSlug.get(), readEndorser.get(), readOffice.orNull(), readDate.get()));
        }
    }

    /** Since when, and why, a signature or a whole manifest is withdrawn. */
    record WithdrawalBody(
            @Nullable String withdrawnOn, @Nullable String reason) {

        WithdrawSignature read(String slug, String gemeente) {
            Fields fields = new Fields();
            Field<ManifestSlug> readSlug = fields.required("slug", slug, ManifestSlug::new);
            Field<GebiedCode> readGemeente = fields.required("gemeente", gemeente, GebiedCode::new);
            Field<LocalDate> readDate = fields.required("withdrawnOn", withdrawnOn, Fields::date);
            Field<String> readReason = fields.required("reason", reason, TextRule.REASON::read);
            return fields.make(
                    () -> new WithdrawSignature(readSlug.get(), readGemeente.get(), readDate.get(), readReason.get()));
        }

        WithdrawManifest read(String slug) {
            Fields fields = new Fields();
            Field<ManifestSlug> readSlug = fields.required("slug", slug, ManifestSlug::new);
            Field<LocalDate> readDate = fields.required("withdrawnOn", withdrawnOn, Fields::date);
            Field<String> readReason = fields.required("reason", reason, TextRule.REASON::read);
            return fields.make(() -> new WithdrawManifest(readSlug.get(), readDate.get(), readReason.get()));
        }
    }
}
