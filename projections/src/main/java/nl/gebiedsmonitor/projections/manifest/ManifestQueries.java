package nl.gebiedsmonitor.projections.manifest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.manifest.ManifestSlug;
import nl.gebiedsmonitor.projections.Lines;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.manifest.ManifestView.EndorsementView;
import nl.gebiedsmonitor.projections.manifest.ManifestView.SignatureView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about manifests, each as it stood at a position; there are few of them. */
public final class ManifestQueries {

    /**
     * What a manifest means to a gebied.
     *
     * @param gemeente the gemeente that the gebied is, or lies in by its code; null when that cannot be told
     * @param signed whether that gemeente's signature stands
     * @param namedAsFocusArea whether the manifest is about this gebied
     */
    public record ManifestStatusView(
            String manifest,
            String title,
            @Nullable String gemeente,
            boolean signed,
            @Nullable LocalDate signedOn,
            boolean namedAsFocusArea) {}

    private final JdbcClient jdbc;

    public ManifestQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ManifestView> find(ManifestSlug slug, long position) {
        return jdbc.sql("select * from manifest m where slug = ? and " + Versions.validIn("m"))
                .param(slug.value())
                .params(Versions.params(position))
                .query((row, _) -> view(row, position))
                .optional();
    }

    /** Manifests in order of their slugs, those after {@code after} when given. */
    public List<ManifestView> list(@Nullable String after, int limit, long position) {
        return jdbc.sql("select * from manifest m where slug > ? and " + Versions.validIn("m")
                        + " order by slug fetch first ? rows only")
                .param(after == null ? "" : after)
                .params(Versions.params(position))
                .param(limit)
                .query((row, _) -> view(row, position))
                .list();
    }

    /** The last signature of a gemeente, withdrawn or not. */
    public Optional<SignatureView> signature(ManifestSlug slug, GebiedCode gemeente, long position) {
        return jdbc.sql("select * from manifest_signature s where slug = ? and gemeente = ? and "
                        + Versions.validIn("s"))
                .params(slug.value(), gemeente.value())
                .params(Versions.params(position))
                .query((row, _) -> signature(row))
                .optional();
    }

    /** What each manifest that stands means to a gebied. */
    public List<ManifestStatusView> ofGebied(GebiedCode gebied, long position) {
        String gemeente = gemeenteOf(gebied, position);
        return list(null, Integer.MAX_VALUE, position).stream()
                .filter(manifest -> manifest.withdrawnOn() == null)
                .map(manifest -> {
                    Optional<SignatureView> signature = manifest.signatures().stream()
                            .filter(each -> each.gemeente().equals(gemeente) && each.withdrawnOn() == null)
                            .findFirst();
                    return new ManifestStatusView(
                            manifest.slug(),
                            manifest.title(),
                            gemeente,
                            signature.isPresent(),
                            signature.map(SignatureView::signedOn).orElse(null),
                            manifest.focusAreas().contains(gebied.value()));
                })
                .filter(status -> status.signed() || status.namedAsFocusArea() || status.gemeente() != null)
                .toList();
    }

    /** By the code; for a focus area by its members, when they all lie in one gemeente. */
    private @Nullable String gemeenteOf(GebiedCode gebied, long position) {
        return switch (gebied.type()) {
            case FOCUS ->
                onlyOne(jdbc.sql("select distinct substring(member, 3, 4) from gebied_member m"
                                + " where gebied = ? and substring(member, 1, 2) in ('GM', 'WK', 'BU') and "
                                + Versions.validIn("m"))
                        .param(gebied.value())
                        .params(Versions.params(position))
                        .query(String.class)
                        .list());
            case LAND, PROVINCIE, GEMEENTE, WIJK, BUURT, PC4 ->
                gebied.gemeente().map(GebiedCode::value).orElse(null);
        };
    }

    private static @Nullable String onlyOne(List<String> digits) {
        return digits.size() == 1 ? "GM" + digits.getFirst() : null;
    }

    private ManifestView view(ResultSet row, long position) throws SQLException {
        String slug = row.getString("slug");
        return new ManifestView(
                slug,
                row.getString("title"),
                row.getObject("published_on", LocalDate.class),
                Lines.split(row.getString("addressees")),
                Lines.split(row.getString("ministries")),
                Lines.split(row.getString("opgaven")),
                Lines.split(row.getString("focus_areas")),
                jdbc.sql("select * from manifest_signature s where slug = ? and " + Versions.validIn("s")
                                + " order by gemeente")
                        .param(slug)
                        .params(Versions.params(position))
                        .query((signature, _) -> signature(signature))
                        .list(),
                jdbc.sql("select * from manifest_endorsement e where slug = ? and " + Versions.validIn("e")
                                + " order by from_position")
                        .param(slug)
                        .params(Versions.params(position))
                        .query((endorsement, _) -> new EndorsementView(
                                endorsement.getString("endorser"),
                                endorsement.getString("office"),
                                endorsement.getObject("endorsed_on", LocalDate.class)))
                        .list(),
                row.getObject("withdrawn_on", LocalDate.class),
                row.getString("withdrawal_reason"));
    }

    private static SignatureView signature(ResultSet row) throws SQLException {
        return new SignatureView(
                row.getString("gemeente"),
                row.getString("office"),
                row.getString("office_holder"),
                row.getObject("signed_on", LocalDate.class),
                row.getObject("withdrawn_on", LocalDate.class),
                row.getString("withdrawal_reason"));
    }
}
