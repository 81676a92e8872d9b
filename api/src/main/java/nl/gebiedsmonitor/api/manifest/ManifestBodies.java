package nl.gebiedsmonitor.api.manifest;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
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
            Field<String> readTitle = fields.required("title", title, text -> text);
            Field<LocalDate> readDate = fields.required("date", date, Fields::date);
            List<String> to = fields.list("addressees", addressees, text -> text);
            List<String> of = fields.list("ministries", ministries, text -> text);
            List<Opgave> about = fields.list("opgaven", opgaven, Fields.oneOf(Opgave.class));
            List<GebiedCode> areas = fields.list("focusAreas", focusAreas, GebiedCode::new);
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
            Field<GebiedCode> readGemeente = fields.required("gemeente", gemeente, GebiedCode::new);
            Field<String> readOffice = fields.required("office", office, text -> text);
            Field<String> readHolder = fields.required("officeHolder", officeHolder, text -> text);
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
            Field<String> readEndorser = fields.required("endorser", endorser, text -> text);
            Field<LocalDate> readDate = fields.required("endorsedOn", endorsedOn, Fields::date);
            return fields.make(() -> new EndorseManifest(readSlug.get(), readEndorser.get(), office, readDate.get()));
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
            Field<String> readReason = fields.required("reason", reason, text -> text);
            return fields.make(
                    () -> new WithdrawSignature(readSlug.get(), readGemeente.get(), readDate.get(), readReason.get()));
        }

        WithdrawManifest read(String slug) {
            Fields fields = new Fields();
            Field<ManifestSlug> readSlug = fields.required("slug", slug, ManifestSlug::new);
            Field<LocalDate> readDate = fields.required("withdrawnOn", withdrawnOn, Fields::date);
            Field<String> readReason = fields.required("reason", reason, text -> text);
            return fields.make(() -> new WithdrawManifest(readSlug.get(), readDate.get(), readReason.get()));
        }
    }
}
