package nl.gebiedsmonitor.api.manifest;

import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.manifest.ManifestBodies.EndorsementBody;
import nl.gebiedsmonitor.api.manifest.ManifestBodies.ManifestBody;
import nl.gebiedsmonitor.api.manifest.ManifestBodies.SignatureBody;
import nl.gebiedsmonitor.api.manifest.ManifestBodies.WithdrawalBody;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Page;
import nl.gebiedsmonitor.api.web.Reply;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.manifest.ManifestSlug;
import nl.gebiedsmonitor.projections.manifest.ManifestProjection;
import nl.gebiedsmonitor.projections.manifest.ManifestQueries;
import nl.gebiedsmonitor.projections.manifest.ManifestView;
import nl.gebiedsmonitor.projections.manifest.ManifestView.EndorsementView;
import nl.gebiedsmonitor.projections.manifest.ManifestView.SignatureView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publishes, signs, endorses, withdraws and shows manifests. */
@RestController
@RequestMapping("/v1/manifests")
class ManifestController {

    private final Commands commands;
    private final ManifestQueries manifests;
    private final Vintages vintages;

    ManifestController(Commands commands, ManifestQueries manifests, Vintages vintages) {
        this.vintages = vintages;
        this.commands = commands;
        this.manifests = manifests;
    }

    @PostMapping
    ResponseEntity<String> publish(@RequestBody ManifestBody body) {
        return commands.send(
                body.read(),
                null,
                Boolean.class,
                changed -> Reply.createdIf(changed, "/v1/manifests/" + body.slug(), body));
    }

    @PostMapping("/{slug}/signatures")
    ResponseEntity<String> sign(@PathVariable String slug, @RequestBody SignatureBody body) {
        return commands.send(
                body.read(slug),
                null,
                Boolean.class,
                changed -> Reply.createdIf(changed, "/v1/manifests/" + slug + "/signatures/" + body.gemeente(), body));
    }

    @PostMapping("/{slug}/signatures/{gemeente}/withdrawal")
    ResponseEntity<String> withdrawSignature(
            @PathVariable String slug, @PathVariable String gemeente, @RequestBody WithdrawalBody body) {
        return commands.send(
                body.read(slug, gemeente),
                null,
                Reply.created("/v1/manifests/" + slug + "/signatures/" + gemeente, body));
    }

    @PostMapping("/{slug}/endorsements")
    ResponseEntity<String> endorse(@PathVariable String slug, @RequestBody EndorsementBody body) {
        return commands.send(
                body.read(slug),
                null,
                Boolean.class,
                changed -> Reply.createdIf(changed, "/v1/manifests/" + slug + "/endorsements", body));
    }

    @PostMapping("/{slug}/withdrawal")
    ResponseEntity<String> withdraw(@PathVariable String slug, @RequestBody WithdrawalBody body) {
        return commands.send(body.read(slug), null, Reply.created("/v1/manifests/" + slug, body));
    }

    @GetMapping
    ResponseEntity<Map<String, List<ManifestView>>> list(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Fields fields = new Fields();
        Page page = Page.read(cursor, 1, limit, fields);
        long position = vintages.position(asOf, fields, ManifestProjection.NAME);
        List<ManifestView> found = fields.make(() -> manifests.list(page.afterOne(), page.andOneMore(), position));
        return page.answer("manifests", found, view -> List.of(view.slug()));
    }

    @GetMapping("/{slug}")
    ManifestView find(@PathVariable String slug, @RequestParam(required = false) @Nullable String asOf) {
        ManifestSlug manifest = new ManifestSlug(slug);
        return manifests
                .find(manifest, vintages.position(asOf, ManifestProjection.NAME))
                .orElseThrow(() -> new NotFound("manifest " + slug));
    }

    @GetMapping("/{slug}/signatures")
    Map<String, List<SignatureView>> signatures(
            @PathVariable String slug, @RequestParam(required = false) @Nullable String asOf) {
        return Map.of("signatures", find(slug, asOf).signatures());
    }

    /** Whether a gemeente signed: its signature, or 404. */
    @GetMapping("/{slug}/signatures/{gemeente}")
    SignatureView signature(
            @PathVariable String slug,
            @PathVariable String gemeente,
            @RequestParam(required = false) @Nullable String asOf) {
        ManifestSlug manifest = new ManifestSlug(slug);
        GebiedCode signatory = new GebiedCode(gemeente);
        return manifests
                .signature(manifest, signatory, vintages.position(asOf, ManifestProjection.NAME))
                .orElseThrow(() -> new NotFound("signature of " + gemeente + " under manifest " + slug));
    }

    @GetMapping("/{slug}/endorsements")
    Map<String, List<EndorsementView>> endorsements(
            @PathVariable String slug, @RequestParam(required = false) @Nullable String asOf) {
        return Map.of("endorsements", find(slug, asOf).endorsements());
    }
}
