package nl.gebiedsmonitor.api.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.domain.study.StudyResult;
import nl.gebiedsmonitor.projections.study.StudyView.ReadingState;
import nl.gebiedsmonitor.projections.study.StudyView.ReadingView;
import org.jspecify.annotations.Nullable;

/**
 * A reading as it is answered; what is not known is null and not left out.
 *
 * @param progress the share that is done, 0 to 1; null when it is not begun, not any more, or by another process
 * @param ahead how many others are computed before it; null when it is not waited for, or not in this process
 * @param figuresChanged whether any figure that it was computed from is another one by now; null before it is computed
 * @param results null before it is computed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReadingBody(
        int number,
        ReadingState state,
        @Nullable Double progress,
        @Nullable Long ahead,
        int amendment,
        String protocolHash,
        long asOf,
        LocalDate requestedOn,
        boolean planned,
        @Nullable String failure,
        @Nullable Boolean figuresChanged,
        @Nullable List<StudyResult> results) {

    static ReadingBody of(
            ReadingView reading,
            @Nullable Double progress,
            @Nullable Long ahead,
            @Nullable Boolean figuresChanged,
            @Nullable List<StudyResult> results) {
        return new ReadingBody(
                reading.number(),
                reading.state(),
                reading.state() == ReadingState.COMPUTING ? progress : null,
                reading.state() == ReadingState.COMPUTING ? ahead : null,
                reading.amendment(),
                reading.protocolHash(),
                reading.asOf(),
                reading.requestedOn(),
                reading.planned(),
                reading.failure(),
                figuresChanged,
                results);
    }
}
