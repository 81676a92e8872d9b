package nl.gebiedsmonitor.bench;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How long the answers of leefbaarheid take over HTTP: on the published PC4 file and buurten, and on ten times as many
 * observations of the same gebieden, beside SQL written by hand on the same rows in a table of its own. A bare endpoint
 * tells what HTTP alone costs.
 */
final class ScoreBenchmark {

    private static final int WARM_UP = 100;
    private static final int ROUNDS = 200;

    /** One thing to time, in the product and by hand. */
    private record Question(String name, boolean point, Timed product, Timed byHand) {}

    @FunctionalInterface
    private interface Timed {
        void run(int round) throws SQLException;
    }

    /** Medians in seconds. */
    private record Answer(boolean point, double product, double byHand) {}

    private ScoreBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        Path root = Path.of(args[0]);
        Map<String, Answer> once = measure(root, 1);
        Map<String, Answer> tenfold = measure(root, 10);
        System.out.printf(
                "%n%-34s %10s %10s %7s   %10s %10s %7s   %s%n",
                "median, ms", "226,000", "by hand", "ratio", "tenfold", "by hand", "ratio", "tenfold/once");
        once.forEach((name, one) -> {
            Answer ten = Objects.requireNonNull(tenfold.get(name));
            System.out.printf(
                    "%-34s %10.2f %10.2f %7.2f   %10.2f %10.2f %7.2f   %.2f%s%n",
                    name,
                    1e3 * one.product(),
                    1e3 * one.byHand(),
                    one.product() / one.byHand(),
                    1e3 * ten.product(),
                    1e3 * ten.byHand(),
                    ten.product() / ten.byHand(),
                    ten.product() / one.product(),
                    one.point() ? " (a point read: at most 1.20 is asked)" : "");
        });
    }

    private static Map<String, Answer> measure(Path root, int copies)
            throws IOException, InterruptedException, SQLException {
        ScoreFile pc4 = ScoreFile.pc4(root);
        ScoreFile buurten = ScoreFile.buurten(root);
        Path directory = ProductProcess.newDirectory();
        Map<String, Answer> answers = new LinkedHashMap<>();
        try (ProductProcess product = ProductProcess.start(root.resolve("api/target/gebiedsmonitor.jar"), directory);
                PlainTable plain = new PlainTable(directory)) {
            product.postJson("/v1/indicators", "{\"code\":\"LBM\",\"nameNl\":\"LBM\",\"frequency\":\"YEAR\"}");
            long loading = System.nanoTime();
            String position = load(product, copies, pc4, buurten);
            product.getAtLeast(position, "/v1/leefbaarheid?limit=1");
            System.out.printf(
                    "%d x the published figures, loaded and scored in %.1f s%n",
                    copies, (System.nanoTime() - loading) / 1e9);
            plain.insert(pc4.figures(copies), 1);
            plain.insert(buurten.figures(copies), 1);
            PlainScores byHand = new PlainScores(plain.connection());
            for (Question question : questions(product, byHand, position)) {
                double inProduct = median(question.product());
                double onTable = median(question.byHand());
                answers.put(question.name(), new Answer(question.point(), inProduct, onTable));
            }
        }
        return answers;
    }

    private static String load(ProductProcess product, int copies, ScoreFile... files) {
        String position = "0";
        for (ScoreFile file : files) {
            product.post("/v1/gebieden", "text/csv", BodyPublishers.ofString(file.gebieden()));
            for (int copy = 0; copy < copies; copy++) {
                HttpResponse<String> delivered = product.post(
                        "/v1/deliveries?" + file.layout(), "text/csv", BodyPublishers.ofString(file.text(copy)));
                position = delivered.headers().firstValue("Event-Position").orElseThrow();
            }
        }
        return position;
    }

    private static List<Question> questions(ProductProcess product, PlainScores byHand, String position) {
        long past = Long.parseLong(position) - 1;
        String scores = "/v1/gebieden/1011/leefbaarheid?period=2022&against=2020";
        List<Question> questions = new ArrayList<>();
        questions.add(new Question("a bare endpoint", true, _ -> get(product, "/v1/indicators/LBM"), _ -> {}));
        questions.add(new Question(
                "scores of a gebied, with ranks",
                true,
                _ -> get(product, scores),
                _ -> byHand.gebied("1011", "2022", "2020", "1___", Long.MAX_VALUE - 1)));
        questions.add(new Question(
                "the same as of a position",
                true,
                _ -> get(product, scores + "&asOf=" + past),
                _ -> byHand.gebied("1011", "2022", "2020", "1___", Long.MAX_VALUE - 1)));
        questions.add(new Question(
                "profile of a gebied",
                true,
                _ -> get(product, "/v1/gebieden/1011/profile"),
                _ -> byHand.gebied("1011", "2022", "2020", "1___", Long.MAX_VALUE - 1)));
        questions.add(new Question(
                "profile as of a position",
                true,
                _ -> get(product, "/v1/gebieden/1011/profile?asOf=" + past),
                _ -> byHand.gebied("1011", "2022", "2020", "1___", Long.MAX_VALUE - 1)));
        questions.add(new Question(
                "ranking of all buurten (CSV)",
                false,
                _ -> get(product, "/v1/leefbaarheid?type=BUURT&period=2024&format=csv"),
                _ -> byHand.ranking("2024", "BU%")));
        questions.add(new Question(
                "a corrected value to its score", true, round -> correct(product, round, scores), round -> {
                    byHand.correct("LBM-FYS", "1011", "2022", round / 1e6, 2L + round);
                    byHand.gebied("1011", "2022", "2020", "1___", Long.MAX_VALUE - 1);
                }));
        return questions;
    }

    private static void correct(ProductProcess product, int round, String scores) {
        HttpResponse<String> corrected = product.post(
                "/v1/observations?revision=true&reason=benchmark",
                "application/json",
                BodyPublishers.ofString("{\"indicator\":\"LBM-FYS\",\"gebied\":\"1011\",\"period\":\"2022\",\"value\":"
                        + round / 1e6 + "}"));
        product.getAtLeast(corrected.headers().firstValue("Event-Position").orElseThrow(), scores);
    }

    private static void get(ProductProcess product, String path) {
        HttpResponse<String> answer = product.get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static double median(Timed timed) throws SQLException {
        List<Double> seconds = new ArrayList<>();
        for (int round = 1; round <= WARM_UP + ROUNDS; round++) {
            long start = System.nanoTime();
            timed.run(round);
            if (round > WARM_UP) {
                seconds.add((System.nanoTime() - start) / 1e9);
            }
        }
        seconds.sort(null);
        return seconds.get(seconds.size() / 2);
    }
}
