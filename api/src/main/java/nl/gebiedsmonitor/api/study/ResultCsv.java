package nl.gebiedsmonitor.api.study;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import nl.gebiedsmonitor.api.tabular.CsvRows;
import nl.gebiedsmonitor.api.tabular.CsvStyle;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import nl.gebiedsmonitor.domain.effect.Finding;
import nl.gebiedsmonitor.domain.study.StudyResult;
import org.jspecify.annotations.Nullable;

/** The results of a reading as a CSV file with one outcome and estimator a row. */
final class ResultCsv {

    private static final List<String> HEADER = List.of(
            "outcome",
            "estimator",
            "estimate",
            "standardError",
            "lower",
            "upper",
            "pValue",
            "relevance",
            "evidenceLevel",
            "controls",
            "treatedUnits",
            "prePeriods",
            "postPeriods",
            "inference",
            "seed",
            "concerns",
            "refusal");

    private ResultCsv() {}

    static void write(List<StudyResult> results, CsvStyle style, HttpServletResponse response) throws IOException {
        response.setContentType(Format.CSV.mediaType().toString());
        CsvRows csv = new CsvRows(response.getOutputStream(), style);
        csv.header(HEADER);
        for (StudyResult result : results) {
            csv.code(result.outcome().value()).code(result.estimator().name());
            write(result.finding(), result, csv);
            csv.text(result.refusal() == null ? "" : result.refusal()).end();
        }
        csv.flush();
    }

    private static void write(@Nullable Finding finding, StudyResult result, CsvRows csv) {
        if (finding == null) {
            for (int i = 2; i < HEADER.size() - 1; i++) {
                csv.code("");
            }
            return;
        }
        Interval interval = finding.confidenceInterval();
        csv.number(finding.estimate())
                .number(finding.standardError())
                .number(interval == null ? null : Double.valueOf(interval.lower()))
                .number(interval == null ? null : Double.valueOf(interval.upper()))
                .number(finding.pValue())
                .code(String.valueOf(result.relevance()))
                .number(
                        result.evidence() == null
                                ? null
                                : Integer.valueOf(result.evidence().level()))
                .number(finding.controls())
                .number(finding.treatedUnits())
                .number(finding.prePeriods())
                .number(finding.postPeriods())
                .code(finding.inference().name())
                .code(finding.seed() == null ? "" : finding.seed().toString())
                .text(Stream.concat(finding.concerns().stream(), result.concerns().stream())
                        .map(concern -> concern.kind().name())
                        .distinct()
                        .collect(joining(" ")));
    }
}
