package nl.gebiedsmonitor.bench;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * How many events a second writers get acknowledged over HTTP while nobody follows the feed, and while four follow its
 * stream and one has a webhook: no reader is to slow writers down. Events that readers have yet to see when a round ends are
 * no part of it; that they see all of them is.
 */
final class FeedBenchmark {

    private static final int WRITERS = 8;
    private static final int TAILS = 4;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 7;
    private static final int EVENTS = 4_000;

    private final ProductProcess product;
    private final Followers followers;
    private final int eventsPerWriter;
    private int gebieden;

    private FeedBenchmark(ProductProcess product, Followers followers, int events) {
        this.product = product;
        this.followers = followers;
        this.eventsPerWriter = events / WRITERS;
    }

    /**
     * Measures and prints.
     *
     * @param args the root of the clone and, if it is to be quick, how many events are written in a round
     */
    public static void main(String[] args) throws Exception {
        Path directory = ProductProcess.newDirectory();
        int events = args.length > 1 ? Integer.parseInt(args[1]) : EVENTS;
        try (Followers followers = new Followers();
                ProductProcess product = ProductProcess.start(
                        Path.of(args[0]).resolve("api/target/gebiedsmonitor.jar"),
                        directory,
                        "--gebiedsmonitor.webhooks.allowed-targets=" + followers.target())) {
            new FeedBenchmark(product, followers, events).compare();
        }
    }

    private void compare() throws Exception {
        List<Double> alone = new ArrayList<>();
        List<Double> followed = new ArrayList<>();
        for (int round = 1 - WARM_UP; round <= ROUNDS; round++) {
            Written before = written();
            followers.follow(product, before.last(), TAILS);
            Written meanwhile = written();
            followers.await(meanwhile.last());
            followers.leave(product);
            if (round > 0) {
                alone.add(before.eventsPerSecond());
                followed.add(meanwhile.eventsPerSecond());
            }
        }
        System.out.printf(
                "%n%d writers, %d events a round, durable before they are acknowledged, medians of %d rounds%n",
                WRITERS, WRITERS * eventsPerWriter, ROUNDS);
        System.out.printf("nobody follows           %,8.0f events/s%n", median(alone));
        System.out.printf("%d streams and a webhook  %,8.0f events/s%n", TAILS, median(followed));
        System.out.printf("ratio                    %8.2f%n", median(followed) / median(alone));
    }

    private record Written(long last, double eventsPerSecond) {}

    private Written written() throws Exception {
        int first = gebieden;
        gebieden += WRITERS * eventsPerWriter;
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            long start = System.nanoTime();
            List<Future<Long>> writers = threads.invokeAll(IntStream.range(0, WRITERS)
                    .<Callable<Long>>mapToObj(writer -> () -> write(first + writer * eventsPerWriter))
                    .toList());
            double seconds = (System.nanoTime() - start) / 1e9;
            long last = 0;
            for (Future<Long> writer : writers) {
                last = Math.max(last, writer.get());
            }
            return new Written(last, WRITERS * eventsPerWriter / seconds);
        }
    }

    private long write(int first) {
        long position = 0;
        for (int number = first; number < first + eventsPerWriter; number++) {
            HttpResponse<String> answer = product.postJson(
                    "/v1/gebieden", "{\"code\":\"BU%08d\",\"name\":\"Buurt\",\"type\":\"BUURT\"}".formatted(number));
            position =
                    Long.parseLong(answer.headers().firstValue("Event-Position").orElseThrow());
        }
        return position;
    }

    private static double median(List<Double> rounds) {
        double[] sorted = rounds.stream().mapToDouble(each -> each).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
