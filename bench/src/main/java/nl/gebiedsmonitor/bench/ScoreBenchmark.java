package nl.gebiedsmonitor.bench;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How long the answers of leefbaarheid take over HTTP: on the published PC4 file and buurten, and on ten times as many
 * observations of the same gebieden, beside SQL written by hand on the same rows in a table of its own. A bare endpoint
 * tells what HTTP alone costs.
 */
final class ScoreBenchmark {

    private static final int WARM_UP = 15;
    private static final int ROUNDS = 40;

    /** One thing to time, in the product and by hand, at both sizes. */
    private record Question(String name, boolean point, Asked asked) {}

    @FunctionalInterface
    private interface Asked {
        Pair of(Side side);
    }

    private record Pair(Timed product, Timed byHand) {}

    @FunctionalInterface
    private interface Timed {
        void run(int round) throws SQLException;
    }

    @FunctionalInterface
    private interface ByHand {
        void of(Side side) throws SQLException;
    }

    /** The product with so many copies of the published figures, and the same rows in a table. */
    private record Side(ProductProcess product, PlainTable plain, PlainScores byHand, long position)
            implements AutoCloseable {

        @Override
        public void close() throws IOException, SQLException {
            try (product) {
                plain.close();
            }
        }
    }

    private ScoreBenchmark() {}

    /** All four are timed in turns, so that what else the machine does falls on each alike. */
    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        Path root = Path.of(args[0]);
        try (Side once = load(root, 1);
                Side tenfold = load(root, 10)) {
            System.out.printf(
                    "%n%-34s %10s %10s %7s   %10s %10s %7s   %s%n",
                    "median, ms", "226,000", "by hand", "ratio", "tenfold", "by hand", "ratio", "tenfold/once");
            for (Question question : questions()) {
                Pair small = question.asked().of(once);
                Pair large = question.asked().of(tenfold);
                double[] medians = medians(List.of(small.product(), large.product(), small.byHand(), large.byHand()));
                System.out.printf(
                        "%-34s %10.2f %10.2f %7.2f   %10.2f %10.2f %7.2f   %.2f%s%n",
                        question.name(),
                        1e3 * medians[0],
                        1e3 * medians[2],
                        medians[0] / medians[2],
                        1e3 * medians[1],
                        1e3 * medians[3],
                        medians[1] / medians[3],
                        medians[1] / medians[0],
                        question.point() ? " (a point read: at most 1.20 is asked)" : "");
            }
        }
    }

    private static Side load(Path root, int copies) throws IOException, InterruptedException, SQLException {
        ScoreFile pc4 = ScoreFile.pc4(root);
        ScoreFile buurten = ScoreFile.buurten(root);
        Path directory = ProductProcess.newDirectory();
        ProductProcess product = ProductProcess.start(root.resolve("api/target/gebiedsmonitor.jar"), directory);
        PlainTable plain = new PlainTable(directory);
        product.postJson("/v1/indicators", "{\"code\":\"LBM\",\"nameNl\":\"LBM\",\"frequency\":\"YEAR\"}");
        long loading = System.nanoTime();
        String position = load(product, copies, pc4, buurten);
        product.getAtLeast(position, "/v1/leefbaarheid?limit=1");
        System.out.printf(
                "%d x the published figures, loaded and scored in %.1f s%n",
                copies, (System.nanoTime() - loading) / 1e9);
        plain.insert(pc4.figures(copies), 1);
        plain.insert(buurten.figures(copies), 1);
        return new Side(product, plain, new PlainScores(plain.connection()), Long.parseLong(position) - 1);
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

    private static List<Question> questions() {
        String scores = "/v1/gebieden/1011/leefbaarheid?period=2022&against=2020";
        String profile = "/v1/gebieden/1011/profile";
        return List.of(
                new Question(
                        "a bare endpoint",
                        true,
                        side -> new Pair(_ -> get(side.product(), "/v1/indicators/LBM"), _ -> side.byHand()
                                .one("LBM", "1011", "2022"))),
                pointRead("scores of a gebied, with ranks", _ -> scores, ScoreBenchmark::ofGebied),
                pointRead(
                        "the same as of a position",
                        side -> scores + "&asOf=" + side.position(),
                        ScoreBenchmark::ofGebied),
                pointRead("profile of a gebied", _ -> profile, ScoreBenchmark::profile),
                pointRead(
                        "profile as of a position",
                        side -> profile + "?asOf=" + side.position(),
                        ScoreBenchmark::profile),
                new Question(
                        "ranking of all buurten (CSV)",
                        false,
                        side -> new Pair(
                                _ -> get(side.product(), "/v1/leefbaarheid?type=BUURT&period=2024&format=csv"),
                                _ -> side.byHand().ranking("2024", "BU%"))),
                new Question(
                        "a corrected value to its score",
                        false,
                        side -> new Pair(round -> correct(side.product(), round, scores), round -> {
                            side.byHand().correct("LBM-FYS", "1011", "2022", round / 1e6, 2L + round);
                            ofGebied(side);
                        })));
    }

    private static Question pointRead(String name, Function<Side, String> path, ByHand byHand) {
        return new Question(name, true, side -> {
            String asked = path.apply(side);
            return new Pair(_ -> get(side.product(), asked), _ -> byHand.of(side));
        });
    }

    private static void ofGebied(Side side) throws SQLException {
        side.byHand().gebied("1011", "2022", "2020", "____", Long.MAX_VALUE - 1);
    }

    private static void profile(Side side) throws SQLException {
        side.byHand().profile("1011", Long.MAX_VALUE - 1);
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

    private static double[] medians(List<Timed> timed) throws SQLException {
        double[][] seconds = new double[timed.size()][ROUNDS];
        for (int round = 1 - WARM_UP; round <= ROUNDS; round++) {
            for (int i = 0; i < timed.size(); i++) {
                long start = System.nanoTime();
                timed.get(i).run(WARM_UP + round);
                if (round > 0) {
                    seconds[i][round - 1] = (System.nanoTime() - start) / 1e9;
                }
            }
        }
        return Arrays.stream(seconds)
                .mapToDouble(each -> Arrays.stream(each).sorted().toArray()[ROUNDS / 2])
                .toArray();
    }
}
