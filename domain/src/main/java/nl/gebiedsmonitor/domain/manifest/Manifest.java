package nl.gebiedsmonitor.domain.manifest;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.Gebieden;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.EndorseManifest;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.PublishManifest;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.SignManifest;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.WithdrawManifest;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.WithdrawSignature;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestEndorsed;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestPublished;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestSigned;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestWithdrawn;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.SignatureWithdrawn;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A manifest: published once, signed for gemeenten, endorsed by others, perhaps withdrawn. */
@AggregateRoot
public final class Manifest {

    @AggregateIdentifier
    private @Nullable ManifestSlug slug;

    private @Nullable ManifestPublished published;
    private LocalDate publishedOn = LocalDate.MIN;
    private @Nullable LocalDate withdrawnOn;

    /** The signatures that stand. */
    private final Map<GebiedCode, ManifestSigned> signatures = new HashMap<>();

    private final Map<GebiedCode, LocalDate> signaturesWithdrawnOn = new HashMap<>();
    private final Set<Endorser> endorsers = new HashSet<>();

    private record Endorser(String name, @Nullable String office) {}

    Manifest() {}

    /**
     * Publishes this manifest, or finds it published just so.
     *
     * @return whether anything changed
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean publish(PublishManifest command, Gebieden gebieden) {
        var now = new ManifestPublished(
                command.slug(),
                command.title(),
                command.date(),
                command.addressees(),
                command.ministries(),
                command.opgaven(),
                command.focusAreas());
        if (now.equals(published)) {
            return false;
        }
        if (published != null) {
            throw new RuleViolated(
                    "manifest-published-once",
                    slug + " was published already, on " + publishedOn + ", with another content than given.");
        }
        gebieden.requireRegistered(command.focusAreas());
        apply(now);
        return true;
    }

    /**
     * Signs for a gemeente, or finds this very signature standing.
     *
     * @return whether anything changed
     */
    @CommandHandler
    boolean sign(SignManifest command, Gebieden gebieden) {
        requireNotWithdrawn();
        var now = new ManifestSigned(
                command.slug(), command.gemeente(), command.office(), command.officeHolder(), command.signedOn());
        ManifestSigned standing = signatures.get(command.gemeente());
        if (now.equals(standing)) {
            return false;
        }
        if (standing != null) {
            throw new RuleViolated(
                    "one-signature-per-gemeente",
                    standing.officeHolder() + " signed for " + standing.gemeente() + " on " + standing.signedOn()
                            + "; withdraw that signature to place another.");
        }
        if (endorsers.stream().anyMatch(endorser -> endorser.name().equals(command.officeHolder()))) {
            throw new RuleViolated(
                    "endorser-is-not-a-signatory",
                    command.officeHolder() + " endorsed " + slug + " and therefore does not sign it.");
        }
        requireNotBefore("signed-not-before-published", command.signedOn(), publishedOn, "it was published");
        requireNotBefore(
                "signed-not-before-withdrawn",
                command.signedOn(),
                signaturesWithdrawnOn.getOrDefault(command.gemeente(), LocalDate.MIN),
                "the former signature was withdrawn");
        gebieden.requireRegistered(List.of(command.gemeente()));
        apply(now);
        return true;
    }

    @CommandHandler
    void withdrawSignature(WithdrawSignature command) {
        ManifestSigned standing = signatures.get(command.gemeente());
        if (standing == null) {
            throw new RuleViolated("signature-stands", "No signature for " + command.gemeente() + " stands.");
        }
        requireNotBefore("withdrawn-not-before-signed", command.withdrawnOn(), standing.signedOn(), "it was signed");
        apply(new SignatureWithdrawn(command.slug(), command.gemeente(), command.withdrawnOn(), command.reason()));
    }

    /**
     * Records an endorsement, unless the endorser gave it before.
     *
     * @return whether anything changed
     */
    @CommandHandler
    boolean endorse(EndorseManifest command) {
        requireNotWithdrawn();
        if (endorsers.contains(new Endorser(command.endorser(), command.office()))) {
            return false;
        }
        for (ManifestSigned standing : signatures.values()) {
            if (standing.officeHolder().equals(command.endorser())) {
                throw new RuleViolated(
                        "endorser-is-not-a-signatory",
                        command.endorser() + " signed " + slug + " for " + standing.gemeente()
                                + " and therefore does not endorse it.");
            }
        }
        requireNotBefore("endorsed-not-before-published", command.endorsedOn(), publishedOn, "it was published");
        apply(new ManifestEndorsed(command.slug(), command.endorser(), command.office(), command.endorsedOn()));
        return true;
    }

    @CommandHandler
    void withdraw(WithdrawManifest command) {
        requireNotWithdrawn();
        requireNotBefore("withdrawn-not-before-published", command.withdrawnOn(), publishedOn, "it was published");
        for (ManifestSigned standing : signatures.values()) {
            requireNotBefore(
                    "withdrawn-not-before-signed",
                    command.withdrawnOn(),
                    standing.signedOn(),
                    "it was signed for " + standing.gemeente());
        }
        apply(new ManifestWithdrawn(command.slug(), command.withdrawnOn(), command.reason()));
    }

    private void requireNotWithdrawn() {
        if (withdrawnOn != null) {
            throw new RuleViolated("withdrawn-manifest", slug + " was withdrawn on " + withdrawnOn + ".");
        }
    }

    private static void requireNotBefore(String rule, LocalDate date, LocalDate earliest, String happened) {
        if (date.isBefore(earliest)) {
            throw new RuleViolated(rule, date + " lies before " + earliest + ", when " + happened + ".");
        }
    }

    @EventSourcingHandler
    void on(ManifestEvent event) {
        switch (event) {
            case ManifestPublished first -> {
                slug = first.slug();
                published = first;
                publishedOn = first.date();
            }
            case ManifestSigned signed -> signatures.put(signed.gemeente(), signed);
            case SignatureWithdrawn withdrawn -> {
                signatures.remove(withdrawn.gemeente());
                signaturesWithdrawnOn.put(withdrawn.gemeente(), withdrawn.withdrawnOn());
            }
            case ManifestEndorsed endorsed -> endorsers.add(new Endorser(endorsed.endorser(), endorsed.office()));
            case ManifestWithdrawn withdrawn -> withdrawnOn = withdrawn.withdrawnOn();
        }
    }
}
