package nl.gebiedsmonitor.projections;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import nl.gebiedsmonitor.domain.DomainEvent;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Inference;
import nl.gebiedsmonitor.domain.effect.Solver;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.study.DonorPool;
import nl.gebiedsmonitor.domain.study.EstimationSettings;
import nl.gebiedsmonitor.domain.study.MissingRule;
import nl.gebiedsmonitor.domain.study.StudyAssessment;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingCancelled;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingFailed;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingRequested;
import nl.gebiedsmonitor.domain.study.StudyEvent.Registration;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyAmended;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyAssessed;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyConcluded;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyDesigned;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyRead;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyRegistered;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyStarted;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.domain.study.StudyOutcome;
import nl.gebiedsmonitor.domain.study.StudyResult;
import nl.gebiedsmonitor.domain.study.TreatedGebied;

/** Effect studies in the {@link SmallCountry}, as the rules let them go: one after another, each through its life. */
final class RandomStudies {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final String HASH = "ab".repeat(32);

    private final Random random;
    private int studies;
    private int step;
    private int amendments;
    private int readings;
    private int assessments;

    RandomStudies(Random random) {
        this.random = random;
    }

    DomainEvent next() {
        StudyId id = new StudyId("studie-" + studies);
        return switch (step) {
            case 0 -> {
                studies++;
                amendments = 0;
                readings = 0;
                assessments = 0;
                step = 1;
                yield new StudyDesigned(new StudyId("studie-" + studies), design());
            }
            case 1 -> {
                step = random.nextInt(3) == 0 ? 1 : 2;
                yield step == 1 ? new StudyDesigned(id, design()) : new StudyRegistered(id, registration());
            }
            case 2 -> {
                step = random.nextInt(3) == 0 ? 2 : 3;
                yield step == 2 ? amendment(id) : new StudyStarted(id, DAY, random.nextBoolean() ? null : "Begonnen");
            }
            case 3 -> {
                step = 4;
                readings++;
                yield new ReadingRequested(id, readings, amendments, HASH, 1, DAY, random.nextBoolean());
            }
            case 4 -> ended(id);
            default -> {
                step = random.nextInt(3) == 0 ? 0 : 3;
                yield step == 0
                        ? new StudyConcluded(id, DAY, "Geen uitsluitsel")
                        : new StudyAssessed(
                                id,
                                ++assessments,
                                new StudyAssessment(readings, "Hogeschool", "Geen", 2, "Kort", "Alles", null));
            }
        };
    }

    private DomainEvent ended(StudyId id) {
        switch (random.nextInt(3)) {
            case 0 -> {
                step = 3;
                return new ReadingCancelled(id, readings);
            }
            case 1 -> {
                step = 3;
                return new ReadingFailed(id, readings, "Te weinig cijfers");
            }
            default -> {
                step = 5;
                return new StudyRead(id, readings, List.of(result()));
            }
        }
    }

    private StudyAmended amendment(StudyId id) {
        return new StudyAmended(id, ++amendments, design(), registration(), "Beter", readings);
    }

    private static StudyResult result() {
        return new StudyResult(
                SmallCountry.WERKLOOS, Estimator.DID, null, List.of(), List.of(), null, "Leeg", null, null, List.of());
    }

    private static Registration registration() {
        return new Registration(HASH, SmallCountry.GEBIEDEN.subList(1, 2), List.of(), List.of());
    }

    private StudyDesign design() {
        return new StudyDesign(
                "Studie " + random.nextInt(1_000),
                "Helpt het?",
                "Hogeschool",
                null,
                List.of(new MeasureId("maatregel-1")),
                List.of(new StudyOutcome(SmallCountry.WERKLOOS, 1)),
                List.of(new TreatedGebied(SmallCountry.GEBIEDEN.getFirst(), new Period("2024"))),
                List.of(new Period("2023"), new Period("2024")),
                new DonorPool(SmallCountry.GEBIEDEN.subList(1, 2), null, false),
                new EstimationSettings(
                        List.of(Estimator.DID), Solver.REFERENCE, Inference.PLACEBO, null, 1, MissingRule.REFUSE),
                List.of());
    }
}
