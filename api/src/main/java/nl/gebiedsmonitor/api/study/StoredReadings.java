package nl.gebiedsmonitor.api.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.domain.study.StudyResult;
import nl.gebiedsmonitor.projections.study.StudyFigureQueries;
import nl.gebiedsmonitor.projections.study.StudyProjection;
import nl.gebiedsmonitor.projections.study.StudyQueries;
import nl.gebiedsmonitor.projections.study.StudyView;
import nl.gebiedsmonitor.projections.study.StudyView.ReadingState;
import nl.gebiedsmonitor.projections.study.StudyView.ReadingView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks readings up by what stands in an address. */
@Component
class StoredReadings {

    private static final String[] READ = read();

    private final StudyQueries studies;
    private final StudyFigureQueries figures;
    private final Vintages vintages;

    StoredReadings(StudyQueries studies, StudyFigureQueries figures, Vintages vintages) {
        this.studies = studies;
        this.figures = figures;
        this.vintages = vintages;
    }

    private static String[] read() {
        List<String> names = new ArrayList<>(StudyFigureQueries.READ);
        names.add(StudyProjection.NAME);
        return names.toArray(String[]::new);
    }

    /** The position that a read of readings and of their figures stands at; good when the fields are. */
    long position(@Nullable String asOf, Fields fields) {
        return vintages.position(asOf, fields, READ);
    }

    /** Whether any figure of the last reading that was computed is another one; null when none was. */
    @Nullable
    Boolean haveFiguresChanged(StudyView study, long position) {
        return study.readings().reversed().stream()
                .filter(reading -> reading.state() == ReadingState.COMPUTED)
                .findFirst()
                .map(reading -> !of(study, reading).changesTo(position).isEmpty())
                .orElse(null);
    }

    private StoredReading of(StudyView study, ReadingView reading) {
        return new StoredReading(reading, study.protocols().get(reading.amendment()), figures);
    }

    /** The position up to which everything is read by now. */
    long latest() {
        return vintages.latest();
    }

    /** @throws NotFound when there is no such study, or no such reading of it */
    StoredReading find(StudyId id, String number, long position) {
        int read = number(number);
        StudyView study = studies.find(id, position).orElseThrow(() -> new NotFound("effect study " + id));
        if (read < 1 || read > study.readings().size()) {
            throw new NotFound("reading " + number + " of " + id);
        }
        return of(study, study.readings().get(read - 1));
    }

    Optional<List<StudyResult>> results(StudyId id, StoredReading reading, long position) {
        return studies.results(id, reading.reading().number(), position);
    }

    /**
     * The results of a reading.
     *
     * @throws RuleViolated when it is not computed
     */
    List<StudyResult> computed(StudyId id, StoredReading reading, long position) {
        return results(id, reading, position)
                .orElseThrow(() -> new RuleViolated(
                        "reading-computed",
                        "Reading " + reading.reading().number() + " is "
                                + reading.reading().state() + "; it has no results."));
    }

    /** One of the results of a reading. */
    StudyResult computed(StudyId id, StoredReading reading, long position, IndicatorCode outcome, Estimator estimator) {
        reading.requirePart(outcome, estimator);
        return computed(id, reading, position).stream()
                .filter(result -> result.outcome().equals(outcome) && result.estimator() == estimator)
                .findFirst()
                .orElseThrow(() -> new NotFound("result of " + outcome + " by " + estimator));
    }

    /** Reads the number of a reading. */
    static int number(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw new InvalidValue("reading-number", text, "Readings are numbered from 1.");
        }
        return Integer.parseInt(text);
    }
}
