package nl.gebiedsmonitor.api.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import nl.gebiedsmonitor.api.durability.Feed.Event;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The packaged product is killed ten times under traffic, and once in the start after that as well. A failure tells
 * its seed; {@code -Dgebiedsmonitor.seed} draws the same requests and the same pauses again.
 */
class SigkillIT {

    private static final int KILLS = 10;
    private static final int KILL_WHOSE_START_IS_KILLED_TOO = 6;
    private static final int SENDERS = 6;
    private static final int FEWEST_BETWEEN_KILLS = 10;
    private static final int MOST_BETWEEN_KILLS = 60;
    private static final Duration FOR_TRAFFIC = Duration.ofMinutes(2);

    @ParameterizedTest
    @EnumSource
    void what_was_acknowledged_survives_ten_kills_once_and_whole(TestDatabase database, @TempDir Path dataDir)
            throws Exception {
        long seed = Long.getLong("gebiedsmonitor.seed", System.nanoTime());
        RestartedProduct product = new RestartedProduct(database.arguments(dataDir));
        try (product) {
            surviveKills(product, new Random(seed), database);
        } catch (Throwable fault) {
            fault.addSuppressed(new AssertionError(
                    "On " + database + " with seed " + seed + " the product wrote\n" + tail(product.output())));
            throw fault;
        }
    }

    private static void surviveKills(RestartedProduct product, Random random, TestDatabase database) throws Exception {
        long start = System.nanoTime();
        product.start();
        prepare(product.client());
        Ledger ledger = new Ledger();
        List<Author> authors = new ArrayList<>();
        List<Event> seenMeanwhile;
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<List<Event>> reader = threads.submit(new Feed(product, ledger));
            List<Future<Author>> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                Author author = new Author(i, i % 2 == 0, new Random(random.nextLong()));
                senders.add(threads.submit(new Sender(product, ledger, author, new Random(random.nextLong()))));
            }
            try {
                kill(product, ledger, random);
            } finally {
                ledger.close();
            }
            for (Future<Author> sender : senders) {
                authors.add(sender.get());
            }
            seenMeanwhile = reader.get();
        }
        List<Event> feed = verify(product, ledger, authors, seenMeanwhile);
        System.out.printf(
                "%s: %d kills, %d acknowledgements, %d repeated, %d stored but unanswered, %d events, %d figures, %d s%n",
                database,
                KILLS,
                ledger.entries().size(),
                ledger.repeated(),
                new Verification(product.client(), ledger).storedButUnanswered(feed),
                feed.size(),
                Author.held(authors).size(),
                Duration.ofNanos(System.nanoTime() - start).toSeconds());
    }

    /** Kills it at random moments of the traffic; only after the last start the traffic goes on undisturbed. */
    private static void kill(RestartedProduct product, Ledger ledger, Random random)
            throws IOException, InterruptedException {
        for (int kill = 1; kill <= KILLS; kill++) {
            ledger.awaitMore(random.nextInt(FEWEST_BETWEEN_KILLS, MOST_BETWEEN_KILLS), FOR_TRAFFIC);
            product.killAfter(Duration.ofMillis(random.nextInt(30)));
            if (kill == KILL_WHOSE_START_IS_KILLED_TOO) {
                product.startAndKillAfter(Duration.ofMillis(random.nextInt(2000)));
            }
            product.start();
            headIsNotBehind(product.client(), ledger.position());
        }
        ledger.awaitMore(MOST_BETWEEN_KILLS, FOR_TRAFFIC);
    }

    /** A cursor beyond the head would be refused. */
    private static void headIsNotBehind(Client client, long acknowledged) {
        Answer feed = client.get("/v1/feed?limit=1&after=" + acknowledged);
        assertThat(feed.status()).as(feed.text()).isEqualTo(200);
    }

    private static List<Event> verify(
            RestartedProduct product, Ledger ledger, List<Author> authors, List<Event> seenMeanwhile)
            throws InterruptedException {
        Client client = product.client();
        Verification verification = new Verification(client, ledger);
        verification.figuresAre(Author.held(authors));
        verification.receiptsAreAsGiven();
        verification.repeatsAreAnsweredAlike(5);
        List<Event> feed = Feed.whole(client);
        verification.feedIsWhole(feed, seenMeanwhile);
        verification.eventsAreThoseOf(feed);
        verification.nothingIsADeadLetter();
        assertThat(product.output()).noneMatch(line -> line.contains(" ERROR "));
        return feed;
    }

    private static void prepare(Client client) {
        for (String indicator : Author.indicators()) {
            Answer defined = client.post(
                    "/v1/indicators",
                    "{\"code\":\"%s\",\"nameNl\":\"Duurzaamheid\",\"frequency\":\"YEAR\"}".formatted(indicator));
            assertThat(defined.status()).as(defined.text()).isEqualTo(201);
        }
        String gebieden = Author.gebieden(SENDERS).stream()
                .map(code -> code + ",Buurt " + code + ",BUURT\n")
                .collect(Collectors.joining("", "code,name,type\n", ""));
        Answer registered = client.post("/v1/gebieden", "text/csv", BodyPublishers.ofString(gebieden));
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
    }

    private static String tail(List<String> output) {
        return output.stream().skip(Math.max(0, output.size() - 300)).collect(Collectors.joining("\n"));
    }
}
