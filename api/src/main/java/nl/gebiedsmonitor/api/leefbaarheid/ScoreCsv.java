package nl.gebiedsmonitor.api.leefbaarheid;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.api.leefbaarheid.Ranking.Ranked;
import nl.gebiedsmonitor.api.leefbaarheid.ScoreBody.DimensionBody;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.domain.leefbaarheid.Dimension;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import org.jspecify.annotations.Nullable;

/** Scores as a CSV file, with a column and a class for each dimension of the model. */
final class ScoreCsv {

    private ScoreCsv() {}

    static void write(ModelDefinition model, List<Ranked> ranking, HttpServletResponse response) throws IOException {
        response.setContentType(Format.CSV.mediaType().toString());
        CsvWriter writer =
                CsvWriter.builder().build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        writer.writeRecord(header(model));
        for (Ranked ranked : ranking) {
            writer.writeRecord(row(model, ranked.body()));
        }
        writer.flush();
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

    private static List<String> row(ModelDefinition model, ScoreBody body) {
        List<String> row = new ArrayList<>(List.of(
                text(body.gebied()),
                body.period(),
                text(body.score()),
                text(body.scoreClass()),
                text(body.deviation()),
                text(body.deviationClass())));
        for (Dimension dimension : model.dimensions()) {
            DimensionBody value = body.dimensions().get(dimension.key());
            row.add(value == null ? "" : text(value.value()));
            row.add(value == null ? "" : text(value.klass()));
        }
        RankBody rank = body.rank();
        row.addAll(List.of(
                body.status().name(),
                rank == null ? "" : text(rank.rank()),
                rank == null ? "" : text(rank.percentile()),
                text(body.name())));
        return row;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
