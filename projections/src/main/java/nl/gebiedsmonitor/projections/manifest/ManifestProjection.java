package nl.gebiedsmonitor.projections.manifest;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestEndorsed;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestPublished;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestSigned;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestWithdrawn;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.SignatureWithdrawn;
import nl.gebiedsmonitor.projections.Lines;
import nl.gebiedsmonitor.projections.VersionedTable;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps each manifest with who signed and who endorses it. */
public final class ManifestProjection implements Projection {

    public static final String NAME = "manifest";

    private final VersionedTable table;
    private final VersionedTable signatures;
    private final VersionedTable endorsements;

    public ManifestProjection(JdbcClient jdbc) {
        this.table = new VersionedTable(jdbc, "manifest", "slug");
        this.signatures = new VersionedTable(jdbc, "manifest_signature", "slug", "gemeente");
        this.endorsements = new VersionedTable(jdbc, "manifest_endorsement", "slug");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of("manifest", "manifest_signature", "manifest_endorsement");
    }

    @Override
    public Set<String> eventTypes() {
        return EventNames.of(ManifestEvent.class);
    }

    @Override
    public void apply(StoredEvent event) {
        long position = event.position();
        switch ((ManifestEvent) event.payload()) {
            case ManifestPublished published ->
                table.put(
                        position,
                        Map.of(
                                "slug", published.slug().value(),
                                "title", published.title(),
                                "published_on", published.date(),
                                "addressees", Lines.join(published.addressees()),
                                "ministries", Lines.join(published.ministries()),
                                "opgaven", Lines.join(published.opgaven()),
                                "focus_areas", Lines.join(published.focusAreas())));
            case ManifestSigned signed ->
                signatures.put(
                        position,
                        Map.of(
                                "slug", signed.slug().value(),
                                "gemeente", signed.gemeente().value(),
                                "office", signed.office(),
                                "office_holder", signed.officeHolder(),
                                "signed_on", signed.signedOn()));
            case SignatureWithdrawn withdrawn ->
                signatures.change(
                        position,
                        List.of(withdrawn.slug().value(), withdrawn.gemeente().value()),
                        withdrawal(withdrawn.withdrawnOn(), withdrawn.reason()));
            case ManifestEndorsed endorsed -> endorse(position, endorsed);
            case ManifestWithdrawn withdrawn ->
                table.change(
                        position,
                        List.of(withdrawn.slug().value()),
                        withdrawal(withdrawn.withdrawnOn(), withdrawn.reason()));
        }
    }

    private void endorse(long position, ManifestEndorsed endorsed) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("slug", endorsed.slug().value());
        row.put("endorser", endorsed.endorser());
        row.put("office", endorsed.office());
        row.put("endorsed_on", endorsed.endorsedOn());
        endorsements.begin(position, row);
    }

    private static Map<String, Object> withdrawal(LocalDate withdrawnOn, String reason) {
        return Map.of("withdrawn_on", withdrawnOn, "withdrawal_reason", reason);
    }
}
