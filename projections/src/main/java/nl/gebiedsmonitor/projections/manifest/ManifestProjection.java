package nl.gebiedsmonitor.projections.manifest;

import java.util.Set;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestEndorsed;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestPublished;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestSigned;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestWithdrawn;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.SignatureWithdrawn;
import nl.gebiedsmonitor.projections.Lines;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps each manifest with who signed and who endorses it. */
public final class ManifestProjection implements Projection {

    private final JdbcClient jdbc;

    public ManifestProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "manifest";
    }

    @Override
    public Set<String> eventTypes() {
        return EventNames.of(ManifestEvent.class);
    }

    @Override
    public void apply(StoredEvent event) {
        switch ((ManifestEvent) event.payload()) {
            case ManifestPublished published ->
                jdbc.sql(
                                "insert into manifest (slug, title, published_on, addressees, ministries, opgaven, focus_areas)"
                                        + " values (?, ?, ?, ?, ?, ?, ?)")
                        .params(
                                published.slug().value(),
                                published.title(),
                                published.date(),
                                Lines.join(published.addressees()),
                                Lines.join(published.ministries()),
                                Lines.join(published.opgaven()),
                                Lines.join(published.focusAreas()))
                        .update();
            case ManifestSigned signed -> sign(signed);
            case SignatureWithdrawn withdrawn ->
                jdbc.sql("update manifest_signature set withdrawn_on = ?, withdrawal_reason = ?"
                                + " where slug = ? and gemeente = ?")
                        .params(
                                withdrawn.withdrawnOn(),
                                withdrawn.reason(),
                                withdrawn.slug().value(),
                                withdrawn.gemeente().value())
                        .update();
            case ManifestEndorsed endorsed ->
                jdbc.sql("insert into manifest_endorsement (slug, endorser, office, endorsed_on, position)"
                                + " values (?, ?, ?, ?, ?)")
                        .params(endorsed.slug().value(), endorsed.endorser())
                        .param(endorsed.office())
                        .params(endorsed.endorsedOn(), event.position())
                        .update();
            case ManifestWithdrawn withdrawn ->
                jdbc.sql("update manifest set withdrawn_on = ?, withdrawal_reason = ? where slug = ?")
                        .params(
                                withdrawn.withdrawnOn(),
                                withdrawn.reason(),
                                withdrawn.slug().value())
                        .update();
        }
    }

    private void sign(ManifestSigned signed) {
        String slug = signed.slug().value();
        String gemeente = signed.gemeente().value();
        jdbc.sql("delete from manifest_signature where slug = ? and gemeente = ?")
                .params(slug, gemeente)
                .update();
        jdbc.sql("insert into manifest_signature (slug, gemeente, office, office_holder, signed_on)"
                        + " values (?, ?, ?, ?, ?)")
                .params(slug, gemeente, signed.office(), signed.officeHolder(), signed.signedOn())
                .update();
    }
}
