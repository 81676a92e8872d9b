package nl.gebiedsmonitor.api.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final StudyQueries studies;
    private final StudyFigureQueries figures;
    private final Vintages vintages;
    private final FigureWatch watch;

    StoredReadings(StudyQueries studies, StudyFigureQueries figures, Vintages vintages, FigureWatch watch) {
        this.studies = studies;
        this.figures = figures;
        this.vintages = vintages;
        this.watch = watch;
    }

    /** The position that a read of readings and of their figures stands at; good when the fields are. */
    long position(@Nullable String asOf, Fields fields) {
        List<String> names = new ArrayList<>(StudyFigureQueries.READ);
        names.add(StudyProjection.NAME);
        return vintages.position(asOf, fields, names.toArray(String[]::new));
    }

    /** Reads a position, or an instant that stands for one. */
    Long moment(String asOf) {
        return vintages.parse(asOf);
    }

    /** The position up to which everything is read by now. */
    long latest() {
        return vintages.latest();
    }

    /** @throws NotFound when there is no such study, or no such reading of it */
    StoredReading find(StudyId id, int number, long position) {
        StudyView study = studies.find(id, position).orElseThrow(() -> new NotFound("effect study " + id));
        if (number < 1 || number > study.readings().size()) {
            throw new NotFound("reading " + number + " of " + id);
        }
        return of(study, study.readings().get(number - 1));
    }

    StoredReading of(StudyView study, ReadingView reading) {
        return new StoredReading(reading, study.protocols().get(reading.amendment()), figures);
    }

    /** Whether any figure of the last reading that was computed is another one; null when none was. */
    @Nullable
    Boolean haveFiguresChanged(StudyId id, StudyView study, long position) {
        return study.readings().reversed().stream()
                .filter(reading -> reading.state() == ReadingState.COMPUTED)
                .findFirst()
                .map(last -> watch.haveChanged(id, of(study, last), position))
                .orElse(null);
    }

    /** Whether any figure of a reading is another one at a position. */
    boolean haveFiguresChanged(StudyId id, StoredReading reading, long position) {
        return watch.haveChanged(id, reading, position);
    }

    /** What was found, as far as it is shown by now; empty when the reading is not computed. */
    Optional<List<StudyResult>> results(StudyId id, StoredReading reading, long position) {
        return studies.results(id, reading.reading().number(), position).map(results -> {
            Set<IndicatorCode> hidden = reading.hidden(latest());
            return results.stream()
                    .map(result -> hidden.contains(result.outcome()) ? result.withheld() : result)
                    .toList();
        });
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

    /** Reads what is counted from 1, or 0. */
    static Integer number(String text) {
        if (!text.matches("[0-9]{1,6}")) {
            throw new InvalidValue(
                    "ordinal", text, "Readings and amendments are numbered from 1; amendment 0 is the registration.");
        }
        return Integer.valueOf(text);
    }
}
