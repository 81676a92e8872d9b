package nl.gebiedsmonitor.api.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import nl.gebiedsmonitor.api.durability.Request.Fate;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client that sends one request after another, each until it is acknowledged, whatever befalls the product; and now
 * and then an earlier one again, as if the answer had been lost on the way.
 */
final class Sender implements Callable<Author> {

    private static final int OF_WHICH_ONE_IS_REPEATED = 5;

    private final RestartedProduct product;
    private final Ledger ledger;
    private final Author author;
    private final Random random;
    private final List<Acknowledged> mine = new ArrayList<>();

    Sender(RestartedProduct product, Ledger ledger, Author author, Random random) {
        this.product = product;
        this.ledger = ledger;
        this.author = author;
        this.random = random;
    }

    @Override
    public Author call() throws InterruptedException {
        try {
            while (!ledger.isClosed()) {
                send(author.next());
                if (random.nextInt(OF_WHICH_ONE_IS_REPEATED) == 0) {
                    repeat(mine.get(random.nextInt(mine.size())));
                }
            }
            return author;
        } catch (RuntimeException | AssertionError fault) {
            ledger.fail(fault);
            throw fault;
        }
    }

    private void send(Request request) throws InterruptedException {
        long before = ledger.position();
        Acknowledged acknowledged = sendUntilAnswered(request);
        assertThat(acknowledged.status())
                .as("%s answered %s", request, acknowledged.text())
                .isEqualTo(request.expectedStatus());
        if (request.fate().changesAnything()) {
            assertThat(acknowledged.position()).as("position of %s", request).isGreaterThan(before);
        } else {
            assertThat(acknowledged.position()).as("position of %s", request).isGreaterThanOrEqualTo(before);
        }
        author.acknowledged(request);
        mine.add(acknowledged);
        ledger.add(acknowledged);
    }

    private Acknowledged sendUntilAnswered(Request request) throws InterruptedException {
        Instant resent = null;
        while (true) {
            Answer answer = trySending(product.client(), request);
            if (answer != null) {
                if (request.isDelivery()) {
                    checkReceipt(request.fate(), answer);
                }
                return Acknowledged.of(request, answer, resent);
            }
            resent = Instant.now();
        }
    }

    private void repeat(Acknowledged earlier) throws InterruptedException {
        Answer answer = trySending(product.client(), earlier.request());
        if (answer != null) {
            assertThat(earlier.isAnsweredBy(answer))
                    .as("%s was answered again with %s at %s: %s", earlier, answer, answer.position(), answer.text())
                    .isTrue();
            ledger.countRepeated();
        }
    }

    /** Null when the connection was cut, or the product asks to be left alone for a moment. */
    static @Nullable Answer trySending(Client client, Request request) {
        try {
            Answer answer = client.post(
                    request.path(),
                    request.contentType(),
                    BodyPublishers.ofString(request.body()),
                    "Idempotency-Key",
                    request.key());
            return answer.status() == 503 ? null : answer;
        } catch (UncheckedIOException cut) {
            return null;
        }
    }

    private static void checkReceipt(Fate fate, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode receipt = answer.json();
        assertThat(List.of(
                        receipt.get("accepted").asInt(),
                        receipt.get("revised").asInt(),
                        receipt.get("unchanged").asInt(),
                        receipt.get("rejected").asInt(),
                        receipt.get("missing").asInt()))
                .as("accepted, revised, unchanged, rejected and missing of %s", answer.text())
                .isEqualTo(List.of(
                        fate.added().size(),
                        fate.revised().size(),
                        fate.unchanged().size(),
                        fate.rejected().size(),
                        0));
    }
}
