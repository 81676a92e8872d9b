package nl.gebiedsmonitor.api.durability;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import nl.gebiedsmonitor.api.durability.Feed.Event;
import nl.gebiedsmonitor.api.durability.Request.Fate;
import nl.gebiedsmonitor.api.durability.Request.Figure;
import nl.gebiedsmonitor.api.durability.Request.Row;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import tools.jackson.databind.JsonNode;

/** Holds what the product says after its last start against what it acknowledged in all its lives. */
final class Verification {

    private static final String DELIVERY = "delivery-received";
    private static final String ADDED = "indicator-recorded";
    private static final String REVISED = "observations-revised";

    private final Client client;
    private final Ledger ledger;

    Verification(Client client, Ledger ledger) {
        this.client = client;
        this.ledger = ledger;
    }

    /** Every figure is there once, at its last value, and none that nobody sent. */
    void figuresAre(Map<Figure, Long> expected) {
        Answer csv = client.get("/v1/observations?format=csv", "Min-Event-Position", Long.toString(ledger.position()));
        assertThat(csv.status()).as(csv.text()).isEqualTo(200);
        Map<Figure, Long> found = csv.text()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(toMap(fields -> new Figure(fields[0], fields[1], fields[2]), fields ->
                        (long) Double.parseDouble(fields[3])));
        assertThat(found).isEqualTo(expected);
    }

    /** Every receipt is what its sender was answered. */
    void receiptsAreAsGiven() {
        for (Acknowledged acknowledged : ledger.entries()) {
            if (acknowledged.request().isDelivery()) {
                Answer receipt = client.get(acknowledged.location().orElseThrow());
                assertThat(receipt.status()).as(acknowledged.toString()).isEqualTo(200);
                assertThat(receipt.text()).isEqualTo(acknowledged.text());
            }
        }
    }

    /** Every so many requests, sent once more, are answered as before. */
    void repeatsAreAnsweredAlike(int everySoMany) {
        List<Acknowledged> entries = ledger.entries();
        for (int i = 0; i < entries.size(); i += everySoMany) {
            Acknowledged earlier = entries.get(i);
            Answer answer = Objects.requireNonNull(Sender.trySending(client, earlier.request()));
            assertThat(earlier.isAnsweredBy(answer))
                    .as("%s was answered again with %s", earlier, answer.text())
                    .isTrue();
        }
    }

    /** No projection set an event aside. */
    void nothingIsADeadLetter() {
        JsonNode projections = client.get("/actuator/health").json().at("/components/projections/details");
        assertThat(projections.size()).isPositive();
        projections.forEach(projection ->
                assertThat(projection.get("deadLetters").asInt(-1)).isZero());
    }

    /** The feed is without gap or repeat, ends with what was acknowledged last, and is what a reader saw meanwhile. */
    void feedIsWhole(List<Event> feed, List<Event> seenMeanwhile) {
        assertThat(feed.stream().map(Event::position))
                .isEqualTo(LongStream.rangeClosed(1, ledger.position()).boxed().toList());
        assertThat(feed.stream().map(Event::id)).doesNotHaveDuplicates();
        assertThat(seenMeanwhile).isEqualTo(feed.subList(0, seenMeanwhile.size()));
    }

    /** The events of every request are there once, whole, side by side; and no others. */
    void eventsAreThoseOf(List<Event> feed) {
        Map<Long, Event> alone = new HashMap<>();
        Map<String, List<Event>> delivered = new HashMap<>();
        feed.stream().filter(Verification::isOfTraffic).forEach(event -> {
            JsonNode delivery = event.data().path(event.type().equals(DELIVERY) ? "id" : "delivery");
            if (delivery.isString()) {
                delivered
                        .computeIfAbsent(delivery.asString(), _ -> new ArrayList<>())
                        .add(event);
            } else {
                alone.put(event.position(), event);
            }
        });
        for (Acknowledged acknowledged : ledger.entries()) {
            if (acknowledged.request().fate().changesAnything()) {
                areThoseOf(acknowledged, takeEvents(acknowledged, alone, delivered));
            }
        }
        assertThat(alone).as("events that nobody was told of").isEmpty();
        assertThat(delivered).as("events that nobody was told of").isEmpty();
    }

    /** How many requests had been stored before a kill that kept their answers from their senders. */
    long storedButUnanswered(List<Event> feed) {
        return ledger.entries().stream()
                .filter(acknowledged -> acknowledged.resent() != null
                        && acknowledged.request().fate().changesAnything()
                        && feed.get((int) acknowledged.position() - 1).time().isBefore(acknowledged.resent()))
                .count();
    }

    private static boolean isOfTraffic(Event event) {
        return List.of(DELIVERY, ADDED, REVISED).contains(event.type());
    }

    private static List<Event> takeEvents(
            Acknowledged acknowledged, Map<Long, Event> alone, Map<String, List<Event>> delivered) {
        if (!acknowledged.request().isDelivery()) {
            Event event = alone.remove(acknowledged.position());
            return event == null ? List.of() : List.of(event);
        }
        String path = acknowledged.location().orElseThrow();
        List<Event> events = delivered.remove(path.substring(path.lastIndexOf('/') + 1));
        return events == null ? List.of() : events;
    }

    private static void areThoseOf(Acknowledged acknowledged, List<Event> events) {
        long last = acknowledged.position();
        assertThat(events.stream().map(Event::position))
                .as("positions of %s", acknowledged)
                .isNotEmpty()
                .isEqualTo(LongStream.rangeClosed(last - events.size() + 1, last)
                        .boxed()
                        .toList());
        Map<String, List<Event>> byType = events.stream().collect(groupingBy(Event::type));
        assertThat(byType.getOrDefault(DELIVERY, List.of()))
                .hasSize(acknowledged.request().isDelivery() ? 1 : 0);
        Fate fate = acknowledged.request().fate();
        assertThat(rows(byType.getOrDefault(ADDED, List.of())))
                .as("added by %s", acknowledged)
                .containsExactlyInAnyOrderElementsOf(fate.added());
        assertThat(rows(byType.getOrDefault(REVISED, List.of())))
                .as("revised by %s", acknowledged)
                .containsExactlyInAnyOrderElementsOf(fate.revised());
    }

    private static List<Row> rows(List<Event> events) {
        List<Row> rows = new ArrayList<>();
        for (Event event : events) {
            String series = event.data().get("series").asString();
            String indicator = series.substring(0, series.indexOf('/'));
            for (JsonNode observation : event.data().get("observations")) {
                rows.add(new Row(
                        new Figure(
                                indicator,
                                observation.get("gebied").asString(),
                                observation.get("period").asString()),
                        observation.get("value").asLong()));
            }
        }
        return rows;
    }
}
