package nl.gebiedsmonitor.api.durability;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A POST of one observation or of a delivery, and what must become of each of its rows.
 *
 * @param key its own Idempotency-Key
 */
record Request(String key, String path, String contentType, String body, Fate fate) {

    /** Of what one value is told. */
    record Figure(String indicator, String gebied, String period) {}

    /** A figure and its value, which is never sent as a new one twice. */
    record Row(Figure figure, long value) {

        String json() {
            return "{\"indicator\":\"%s\",\"gebied\":\"%s\",\"period\":\"%s\",\"value\":%d}"
                    .formatted(figure.indicator(), figure.gebied(), figure.period(), value);
        }

        String csv() {
            return figure.indicator() + "," + figure.gebied() + "," + figure.period() + "," + value + "\n";
        }
    }

    /** The rows by what must become of them. */
    record Fate(List<Row> added, List<Row> revised, List<Row> unchanged, List<Row> rejected) {

        boolean changesAnything() {
            return !added.isEmpty() || !revised.isEmpty();
        }

        Stream<Row> recorded() {
            return Stream.concat(added.stream(), revised.stream());
        }

        Stream<Row> all() {
            return Stream.of(added, rejected, revised, unchanged).flatMap(List::stream);
        }
    }

    private static final String DELIVERIES = "/v1/deliveries";

    static Request single(String query, Fate fate) {
        return of(
                "/v1/observations" + query,
                "application/json",
                fate.all().findFirst().orElseThrow().json(),
                fate);
    }

    static Request json(String query, Fate fate) {
        String rows = fate.all().map(Row::json).collect(joining(",\n"));
        return of(DELIVERIES + query, "application/json", "{\"source\":\"CBS\",\"observations\":[" + rows + "]}", fate);
    }

    static Request csv(String query, Fate fate) {
        String rows = fate.all().map(Row::csv).collect(joining("", "indicator,gebied,period,value\n", ""));
        return of(DELIVERIES + query, "text/csv", rows, fate);
    }

    boolean isDelivery() {
        return path.startsWith(DELIVERIES);
    }

    int expectedStatus() {
        return isDelivery() || fate.changesAnything() ? 201 : 200;
    }

    private static Request of(String path, String contentType, String body, Fate fate) {
        return new Request(UUID.randomUUID().toString(), path, contentType, body, fate);
    }
}
