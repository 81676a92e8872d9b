package nl.gebiedsmonitor.bench;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.bench.Pc4File.Figure;

/**
 * How fast the published PC4 file goes in: from the request to the durable receipt, and on to where every observation is
 * readable, beside plain JDBC batches of the same rows into the same table. The rounds of both take turns, so that both
 * see the same machine.
 */
final class DeliveryBenchmark {

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;

    private record Round(double receipt, double readable, double plain) {}

    private DeliveryBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        Path root = Path.of(args[0]);
        Pc4File file = Pc4File.read(root);
        Path directory = ProductProcess.newDirectory();
        try (ProductProcess product = ProductProcess.start(root.resolve("api/target/gebiedsmonitor.jar"), directory);
                PlainTable plain = new PlainTable(directory)) {
            product.post("/v1/gebieden", "text/csv", BodyPublishers.ofString(file.gebieden()));
            List<Round> rounds = new ArrayList<>();
            for (int number = 1; number <= WARM_UP + ROUNDS; number++) {
                Round round = round(file, number, product, plain);
                System.out.printf(
                        "round %2d%s  receipt %6.3f s   readable %6.3f s   plain JDBC %6.3f s   ratio %5.2f%n",
                        number,
                        number <= WARM_UP ? " (warm-up)" : "          ",
                        round.receipt(),
                        round.readable(),
                        round.plain(),
                        round.readable() / round.plain());
                if (number > WARM_UP) {
                    rounds.add(round);
                }
            }
            print(rounds, file.observations());
        }
    }

    private static Round round(Pc4File file, int number, ProductProcess product, PlainTable plain) throws SQLException {
        for (String indicator : Pc4File.indicators(number)) {
            product.postJson(
                    "/v1/indicators",
                    "{\"code\":\"%s\",\"nameNl\":\"%s\",\"frequency\":\"YEAR\"}".formatted(indicator, indicator));
        }
        List<Figure> figures = file.figures(number);
        long start = System.nanoTime();
        plain.insert(figures, number);
        double plainSeconds = secondsSince(start);

        start = System.nanoTime();
        HttpResponse<String> receipt =
                product.post("/v1/deliveries?" + Pc4File.layout(number), "text/csv", file.body());
        double receiptSeconds = secondsSince(start);
        String position = receipt.headers().firstValue("Event-Position").orElseThrow();
        Figure last = figures.getLast();
        HttpResponse<String> read = product.getAtLeast(
                position,
                "/v1/observations?indicator=" + last.indicator() + "&gebied=" + last.gebied() + "&from=" + last.year());
        double readableSeconds = secondsSince(start);
        if (read.statusCode() != 200 || !read.body().contains(last.gebied())) {
            throw new IllegalStateException("Not readable: " + read.statusCode() + " " + read.body());
        }
        return new Round(receiptSeconds, readableSeconds, plainSeconds);
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(List<Round> rounds, int observations) {
        double receipt = median(rounds.stream().map(Round::receipt).toList());
        double readable = median(rounds.stream().map(Round::readable).toList());
        double plain = median(rounds.stream().map(Round::plain).toList());
        double ratio = median(
                rounds.stream().map(round -> round.readable() / round.plain()).toList());
        double behind = median(
                rounds.stream().map(round -> round.readable() - round.receipt()).toList());
        System.out.printf("%n%,d observations, medians of %d rounds%n", observations, rounds.size());
        line("request to durable receipt", receipt, observations);
        line("receipt to readable", behind, observations);
        line("request to readable", readable, observations);
        line("plain JDBC batch insert", plain, observations);
        System.out.printf("request to readable / plain JDBC: %.2f (at most 2.0 is asked)%n", ratio);
    }

    private static void line(String what, double seconds, int observations) {
        System.out.printf("%-28s %7.3f s %,12.0f observations/s%n", what, seconds, observations / seconds);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
