package nl.gebiedsmonitor.api.leefbaarheid;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.api.leefbaarheid.Ranking.Ranked;
import nl.gebiedsmonitor.api.leefbaarheid.ScoreBody.DimensionBody;
import nl.gebiedsmonitor.api.tabular.CsvRows;
import nl.gebiedsmonitor.api.tabular.CsvStyle;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.domain.leefbaarheid.Dimension;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;

/** Scores as a CSV file, with a column and a class for each dimension of the model. */
final class ScoreCsv {

    private ScoreCsv() {}

    static void write(ModelDefinition model, List<Ranked> ranking, CsvStyle style, HttpServletResponse response)
            throws IOException {
        response.setContentType(Format.CSV.mediaType().toString());
        CsvRows csv = new CsvRows(response.getOutputStream(), style);
        csv.header(header(model));
        for (Ranked ranked : ranking) {
            write(model, ranked.body(), csv);
        }
        csv.flush();
    }

    private static List<String> header(ModelDefinition model) {
        List<String> header =
                new ArrayList<>(List.of("gebied", "period", "score", "scoreClass", "deviation", "deviationClass"));
        for (Dimension dimension : model.dimensions()) {
            header.add(dimension.key());
            header.add(dimension.key() + "Class");
        }
        header.addAll(List.of("status", "rank", "percentile", "name"));
        return header;
    }

    private static void write(ModelDefinition model, ScoreBody body, CsvRows csv) {
        csv.code(body.gebied())
                .code(body.period())
                .number(body.score())
                .number(body.scoreClass())
                .number(body.deviation())
                .number(body.deviationClass());
        for (Dimension dimension : model.dimensions()) {
            DimensionBody value = body.dimensions().get(dimension.key());
            csv.number(value == null ? null : value.value()).number(value == null ? null : value.klass());
        }
        RankBody rank = body.rank();
        csv.code(body.status().name())
                .number(rank == null ? null : rank.rank())
                .number(rank == null ? null : rank.percentile())
                .text(body.name())
                .end();
    }
}
