package nl.gebiedsmonitor.projections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestEndorsed;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestPublished;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestSigned;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestWithdrawn;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.SignatureWithdrawn;
import nl.gebiedsmonitor.domain.manifest.ManifestSlug;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureAdjusted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureCompleted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureRegistered;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureStarted;
import nl.gebiedsmonitor.domain.measure.MeasureEvent.MeasureStopped;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.measure.MeasurePlan;

/** Manifests, measures, impact analyses and effect studies in the {@link SmallCountry}, as the rules let them go. */
final class RandomAffairs {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final String REASON = "Besloten door de raad";

    private final Random random;
    private final RandomImpacts impacts;
    private final RandomStudies studies;
    private final List<ManifestSlug> standing = new ArrayList<>();
    private final Set<List<Object>> signatures = new HashSet<>();
    private final Map<MeasureId, Boolean> started = new LinkedHashMap<>();
    private int named;

    RandomAffairs(Random random) {
        this.random = random;
        this.impacts = new RandomImpacts(random);
        this.studies = new RandomStudies(random);
    }

    DomainEvent next() {
        Optional<? extends DomainEvent> event;
        do {
            event = switch (random.nextInt(8)) {
                case 0, 1 -> ofManifest();
                case 2, 3 -> ofMeasure();
                case 4, 5, 6 -> Optional.of(studies.next());
                default -> Optional.of(impacts.next());
            };
        } while (event.isEmpty());
        return event.get();
    }

    private Optional<? extends DomainEvent> ofManifest() {
        int kind = random.nextInt(10);
        if (standing.isEmpty() || kind == 0) {
            standing.add(new ManifestSlug("manifest-" + ++named));
            return Optional.of(new ManifestPublished(
                    standing.getLast(),
                    "Kom op",
                    DAY,
                    List.of("Kabinet"),
                    List.of(),
                    List.of(Opgave.values()),
                    SmallCountry.FOCUS_AREAS.subList(0, 1)));
        }
        ManifestSlug slug = standing.get(random.nextInt(standing.size()));
        GebiedCode gemeente = new GebiedCode(random.nextBoolean() ? "GM0202" : "GM0203");
        return switch (kind) {
            case 1, 2 -> Optional.of(new ManifestEndorsed(slug, "Steun " + named, null, DAY));
            case 3 -> {
                standing.remove(slug);
                yield Optional.of(new ManifestWithdrawn(slug, DAY, REASON));
            }
            default ->
                signatures.remove(List.of(slug, gemeente))
                        ? Optional.of(new SignatureWithdrawn(slug, gemeente, DAY, REASON))
                        : sign(slug, gemeente);
        };
    }

    private Optional<ManifestSigned> sign(ManifestSlug slug, GebiedCode gemeente) {
        signatures.add(List.of(slug, gemeente));
        return Optional.of(
                new ManifestSigned(slug, gemeente, "burgemeester", "Naam " + random.nextInt(1_000), DAY.plusDays(1)));
    }

    private Optional<? extends DomainEvent> ofMeasure() {
        if (started.isEmpty() || random.nextInt(6) == 0) {
            MeasureId id = new MeasureId("maatregel-" + ++named);
            started.put(id, false);
            GebiedCode gebied = SmallCountry.GEBIEDEN.get(random.nextInt(4));
            return Optional.of(new MeasureRegistered(id, gebied, Opgave.SCHULDHULPVERLENING, plan()));
        }
        MeasureId id = List.copyOf(started.keySet()).get(random.nextInt(started.size()));
        boolean isRunning = started.getOrDefault(id, false);
        return switch (random.nextInt(5)) {
            case 0 -> {
                started.remove(id);
                yield Optional.of(
                        isRunning ? new MeasureCompleted(id, DAY, REASON) : new MeasureStopped(id, DAY, REASON));
            }
            case 1, 2 -> {
                started.put(id, true);
                yield isRunning
                        ? Optional.empty()
                        : Optional.of(new MeasureStarted(id, DAY, random.nextBoolean() ? null : REASON));
            }
            default -> Optional.of(new MeasureAdjusted(id, DAY, REASON, plan()));
        };
    }

    private MeasurePlan plan() {
        return new MeasurePlan(
                "Plan " + random.nextInt(1_000),
                random.nextBoolean() ? null : "Met een toelichting",
                DAY,
                random.nextBoolean() ? null : DAY.plusYears(1),
                "Gemeente Arnhem",
                List.of(SmallCountry.WERKLOOS));
    }
}
