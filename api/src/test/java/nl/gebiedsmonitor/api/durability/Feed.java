package nl.gebiedsmonitor.api.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import tools.jackson.databind.JsonNode;

/** The feed as a reader sees it that follows the links from the start, through every life of the product. */
final class Feed implements Callable<List<Feed.Event>> {

    /** An event as it stands in the feed. */
    record Event(long position, String id, String type, Instant time, JsonNode data) {}

    private static final String START = "/v1/feed?limit=500";

    private final RestartedProduct product;
    private final Ledger ledger;

    Feed(RestartedProduct product, Ledger ledger) {
        this.product = product;
        this.ledger = ledger;
    }

    @Override
    public List<Event> call() throws InterruptedException {
        try {
            return follow();
        } catch (RuntimeException | AssertionError fault) {
            ledger.fail(fault);
            throw fault;
        }
    }

    private List<Event> follow() throws InterruptedException {
        List<Event> seen = new ArrayList<>();
        String next = START;
        while (!ledger.isClosed()) {
            Client client = product.client();
            try {
                next = read(client, next, seen);
            } catch (UncheckedIOException cut) {
                continue;
            }
            ledger.awaitPosition(seen.isEmpty() ? 1 : seen.getLast().position() + 1);
        }
        return seen;
    }

    /** Reads the feed whole, from the start to the head. */
    static List<Event> whole(Client client) {
        List<Event> seen = new ArrayList<>();
        String next = START;
        int before;
        do {
            before = seen.size();
            next = read(client, next, seen);
        } while (seen.size() > before);
        return seen;
    }

    private static String read(Client client, String page, List<Event> seen) {
        Answer answer = client.get(page);
        assertThat(answer.status()).as("%s answered %s", page, answer.text()).isEqualTo(200);
        for (JsonNode event : answer.json()) {
            seen.add(new Event(
                    event.get("position").asLong(),
                    event.get("id").asString(),
                    event.get("type").asString().replace("nl.gebiedsmonitor.", ""),
                    Instant.parse(event.get("time").asString()),
                    event.get("data")));
        }
        URI next = URI.create(answer.next().orElseThrow());
        return next.getRawPath() + "?" + next.getRawQuery();
    }
}
