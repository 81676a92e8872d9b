package nl.gebiedsmonitor.api.observation;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The versions of figures: of one, its whole history; of many, what differs between two moments. */
class VersionsTest {

    @ParameterizedTest
    @EnumSource
    void a_history_tells_every_version_with_who_when_from_what_and_why(TestDatabase database) {
        Client client = prepared(database, "VIN-HISTORY");
        long first = deliver(client, "VIN-HISTORY,GM9520,2024,1,PROVISIONAL,", "?source=CBS");
        long second = deliver(client, "VIN-HISTORY,GM9520,2024,2,FINAL,", "");
        deliver(client, "VIN-HISTORY,GM9521,2024,2,FINAL,", "");
        long third = deliver(client, "VIN-HISTORY,GM9520,2024,,MISSING,SUPPRESSED", "?revision=true&reason=te%20klein");

        JsonNode history = history(client, "");
        assertThat(history.get("indicator").asString()).isEqualTo("VIN-HISTORY");
        JsonNode versions = history.get("versions");
        assertThat(versions.size()).isEqualTo(3);
        assertThat(versions.get(0).get("position").asLong()).isLessThanOrEqualTo(first);
        assertThat(versions.get(0).get("supersededAt"))
                .isEqualTo(versions.get(1).get("position"));
        assertThat(versions.get(0).get("value").asDouble()).isEqualTo(1);
        assertThat(versions.get(0).get("status").asString()).isEqualTo("PROVISIONAL");
        assertThat(versions.get(0).get("source").asString()).isEqualTo("CBS");
        assertThat(versions.get(0).has("reason")).isFalse();
        assertThat(versions.get(1).has("reason")).isFalse();
        assertThat(versions.get(2).get("position").asLong()).isBetween(second + 1, third);
        assertThat(versions.get(2).get("supersededAt").isNull()).isTrue();
        assertThat(versions.get(2).get("value").isNull()).isTrue();
        assertThat(versions.get(2).get("missingReason").asString()).isEqualTo("SUPPRESSED");
        assertThat(versions.get(2).get("reason").asString()).isEqualTo("te klein");
        for (JsonNode version : versions) {
            assertThat(version.get("subject").asString()).isEqualTo("local");
            assertThat(version.get("organisation").asString()).isEqualTo("local");
            JsonNode event = client.get(
                            "/v1/feed?limit=1&after=" + (version.get("position").asLong() - 1))
                    .json()
                    .get(0);
            assertThat(version.get("recordedAt")).isEqualTo(event.get("time"));
            assertThat(version.get("correlationId")).isEqualTo(event.get("correlationid"));
        }

        JsonNode then = history(client, "&asOf=" + second).get("versions");
        assertThat(then.size()).isEqualTo(2);
        assertThat(then.get(0)).isEqualTo(versions.get(0));
        assertThat(then.get(1).get("supersededAt").isNull()).isTrue();
        assertThat(client.get(HISTORY + "&asOf=0").status()).isEqualTo(404);
        assertThat(client.get(HISTORY.replace("2024", "2023")).status()).isEqualTo(404);
        assertThat(client.get("/v1/observations/history?period=x")
                        .json()
                        .get("errors")
                        .size())
                .isEqualTo(3);
    }

    private static final String HISTORY = "/v1/observations/history?indicator=VIN-HISTORY&gebied=GM9520&period=2024";

    @ParameterizedTest
    @EnumSource
    void a_comparison_shows_each_figure_that_differs_once_with_both_sides(TestDatabase database) {
        Client client = prepared(database, "VIN-COMPARE");
        long from = deliver(client, """
                VIN-COMPARE,GM9520,2020,1,FINAL,
                VIN-COMPARE,GM9520,2021,2,FINAL,
                VIN-COMPARE,GM9520,2022,3,PROVISIONAL,
                VIN-COMPARE,GM9520,2023,,MISSING,NOT_PUBLISHED
                VIN-COMPARE,GM9520,2024,4,FINAL,
                VIN-COMPARE,BU95200101,2024,5,FINAL,""", "");
        String revision = "?revision=true&reason=x";
        deliver(client, "VIN-COMPARE,GM9520,2020,5,FINAL,\nVIN-COMPARE,GM9520,2021,9,FINAL,", revision);
        deliver(client, "VIN-COMPARE,GM9520,2020,6,FINAL,\nVIN-COMPARE,GM9520,2021,2,FINAL,", revision);
        long to = deliver(client, """
                VIN-COMPARE,GM9520,2022,3,FINAL,
                VIN-COMPARE,GM9520,2023,,MISSING,SUPPRESSED
                VIN-COMPARE,BU95200101,2024,,MISSING,
                VIN-COMPARE,GM9521,2024,7,FINAL,""", revision);
        deliver(client, "VIN-COMPARE,GM9520,2024,8,FINAL,\nVIN-COMPARE,GM9520,2025,8,FINAL,", revision);

        String compare = "/v1/vintages/compare?indicator=VIN-COMPARE&from=" + from + "&to=" + to;
        assertThat(client.get(compare, "Accept", "text/csv").text()).isEqualTo("""
                indicator,gebied,period,valueBefore,statusBefore,valueAfter,statusAfter,change
                VIN-COMPARE,BU95200101,2024,5.0,FINAL,,MISSING,
                VIN-COMPARE,GM9520,2020,1.0,FINAL,6.0,FINAL,5.0
                VIN-COMPARE,GM9520,2022,3.0,PROVISIONAL,3.0,FINAL,0.0
                VIN-COMPARE,GM9520,2023,,MISSING,,MISSING,
                VIN-COMPARE,GM9521,2024,,,7.0,FINAL,
                """.replace("\n", "\r\n"));
        Answer json = client.get(compare);
        assertThat(json.position()).isEqualTo(to);
        assertThat(json.header("Link").orElseThrow()).contains("from=" + from + "&to=" + to + ">; rel=\"cite-as\"");
        JsonNode changes = json.json().get("changes");
        assertThat(changes.size()).isEqualTo(5);
        assertThat(changes.get(1).at("/before/position").asLong()).isLessThanOrEqualTo(from);
        assertThat(changes.get(1).at("/after/position").asLong()).isBetween(from + 1, to);
        assertThat(changes.get(1).get("change").asDouble()).isEqualTo(5);
        assertThat(changes.get(3).at("/before/missingReason").asString()).isEqualTo("NOT_PUBLISHED");
        assertThat(changes.get(3).at("/after/missingReason").asString()).isEqualTo("SUPPRESSED");
        assertThat(changes.get(4).has("before")).isFalse();
        assertThat(changes.get(4).has("change")).isFalse();

        assertThat(keys(client, compare + "&gebied=GM9521&gebied=BU95200101"))
                .containsExactly("BU95200101 2024", "GM9521 2024");
        assertThat(keys(client, compare + "&type=BUURT")).containsExactly("BU95200101 2024");
        assertThat(keys(client, compare.replace("&to=" + to, "&to=" + from))).isEmpty();
        assertThat(keys(client, compare.replace("&to=" + to, ""))).contains("GM9520 2025");
    }

    @ParameterizedTest
    @EnumSource
    void a_comparison_narrows_to_what_lay_within_at_the_second_moment(TestDatabase database) {
        Client client = prepared(database, "VIN-WITHIN");
        long from = client.get("/v1/gebieden?limit=1").position();
        long to = deliver(client, "VIN-WITHIN,BU95200101,2024,1,FINAL,\nVIN-WITHIN,BU95200102,2024,1,FINAL,", "");
        Answer recomposed = client.put(
                "/v1/gebieden/SV-VIN-WITHIN/members", "{\"members\":[\"BU95200102\"],\"referenceYear\":2025}");
        assertThat(recomposed.status()).as(recomposed.text()).isEqualTo(200);
        client.get("/v1/gebieden?limit=1", "Min-Event-Position", Long.toString(recomposed.position()));

        String within = "/v1/vintages/compare?indicator=VIN-WITHIN&within=SV-VIN-WITHIN&from=" + from;
        assertThat(keys(client, within + "&to=" + to)).containsExactly("BU95200101 2024");
        assertThat(keys(client, within)).containsExactly("BU95200102 2024");
        client.put("/v1/gebieden/SV-VIN-WITHIN/members", "{\"members\":[\"BU95200101\"],\"referenceYear\":2024}");
    }

    @ParameterizedTest
    @EnumSource
    void a_comparison_is_the_difference_of_the_two_vintages_whatever_was_revised(TestDatabase database) {
        Client client = prepared(database, "VIN-RANDOM");
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        List<Long> moments =
                new ArrayList<>(List.of(client.get("/v1/observations?limit=1").position()));
        for (int round = 0; round < 8; round++) {
            String rows = IntStream.range(2000, 2020)
                    .filter(_ -> random.nextInt(3) > 0)
                    .mapToObj(year -> "VIN-RANDOM,GM952" + random.nextInt(2) + "," + year + "," + random.nextInt(3)
                            + (random.nextBoolean() ? ",FINAL," : ",PROVISIONAL,"))
                    .collect(joining("\n"));
            moments.add(deliver(client, rows, "?revision=true&reason=x"));
        }
        for (int i = 0; i < moments.size(); i++) {
            for (int j = i; j < moments.size(); j++) {
                Map<String, String> before = vintage(client, moments.get(i));
                Map<String, String> expected = new TreeMap<>();
                vintage(client, moments.get(j)).forEach((key, after) -> {
                    String was = before.getOrDefault(key, ",");
                    if (!was.equals(after)) {
                        expected.put(key, was + "," + after);
                    }
                });
                String compare =
                        "/v1/vintages/compare?indicator=VIN-RANDOM&from=" + moments.get(i) + "&to=" + moments.get(j);
                Map<String, String> shown = client.get(compare + "&format=csv")
                        .text()
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.lastIndexOf(',')).split(",", 4))
                        .collect(toMap(
                                parts -> parts[1] + " " + parts[2], parts -> parts[3], (a, _) -> a, TreeMap::new));
                assertThat(shown).isEqualTo(expected);
                assertThat(pages(client, compare + "&limit=3")).containsExactlyElementsOf(expected.keySet());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_comparison_over_more_than_is_looked_up_by_position_is_whole_and_in_order_too(TestDatabase database) {
        Client client = prepared(database, "VIN-MUCH");
        client.post("/v1/indicators", "{\"code\":\"VIN-MUCH-B\",\"nameNl\":\"Proef\",\"frequency\":\"MONTH\"}");
        client.post("/v1/indicators", "{\"code\":\"VIN-MUCH-A\",\"nameNl\":\"Proef\",\"frequency\":\"MONTH\"}");
        String buurten = IntStream.range(0, 60)
                .mapToObj("{\"code\":\"BU953001%02d\",\"name\":\"Buurt\",\"type\":\"BUURT\"}"::formatted)
                .collect(joining(",", "[{\"code\":\"GM9530\",\"name\":\"Gemeente\",\"type\":\"GEMEENTE\"},", "]"));
        client.post("/v1/gebieden", buurten);
        long from = client.get("/v1/observations?limit=1").position();
        List<String> rows = new ArrayList<>();
        for (String indicator : List.of("VIN-MUCH-B", "VIN-MUCH-A")) {
            for (int buurt = 0; buurt < 60; buurt++) {
                for (int month = 0; month < 200; month++) {
                    rows.add("%s,BU953001%02d,%d-%02d,%d,FINAL,"
                            .formatted(indicator, buurt, 2000 + month / 12, 1 + month % 12, month));
                }
            }
        }
        deliver(client, String.join("\n", rows), "");

        String compare = "/v1/vintages/compare?from=" + from;
        List<String> shown = client.get(compare + "&format=csv&within=GM9530")
                .text()
                .lines()
                .skip(1)
                .toList();
        assertThat(shown).hasSize(24_000).isSorted();
        assertThat(client.get(compare + "&format=csv&indicator=VIN-MUCH-A")
                        .text()
                        .lines()
                        .skip(1))
                .containsExactlyElementsOf(shown.subList(0, 12_000));
        assertThat(pages(client, compare + "&within=GM9530&limit=1000")).hasSize(24_000);
    }

    private static Client prepared(TestDatabase database, String indicator) {
        Client client = Product.on(database).client();
        client.post("/v1/gebieden", """
                [{"code":"GM9520","name":"Gemeente","type":"GEMEENTE"},{"code":"GM9521","name":"Gemeente","type":"GEMEENTE"},
                 {"code":"BU95200101","name":"Buurt","type":"BUURT"},{"code":"BU95200102","name":"Buurt","type":"BUURT"},
                 {"code":"SV-VIN-WITHIN","name":"Focus","type":"FOCUS","members":["BU95200101"],"referenceYear":2024}]""");
        Answer defined = client.post(
                "/v1/indicators", "{\"code\":\"" + indicator + "\",\"nameNl\":\"Proef\",\"frequency\":\"YEAR\"}");
        client.get("/v1/gebieden?limit=1", "Min-Event-Position", Long.toString(defined.position()));
        return client;
    }

    private static long deliver(Client client, String rows, String query) {
        Answer taken = client.post(
                "/v1/deliveries" + query,
                "text/csv",
                BodyPublishers.ofString("indicator,gebied,period,value,status,missingReason\n" + rows));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        client.get("/v1/gebieden?limit=1", "Min-Event-Position", Long.toString(taken.position()));
        return taken.position();
    }

    private static JsonNode history(Client client, String asOf) {
        Answer answer = client.get(HISTORY + asOf);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Map<String, String> vintage(Client client, long position) {
        return client.get("/v1/observations?format=csv&indicator=VIN-RANDOM&asOf=" + position)
                .text()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.lastIndexOf(',')).split(",", 4))
                .collect(toMap(parts -> parts[1] + " " + parts[2], parts -> parts[3], (a, _) -> a, TreeMap::new));
    }

    private static List<String> pages(Client client, String first) {
        List<String> keys = new ArrayList<>();
        String next = first;
        while (next != null) {
            Answer page = client.get(next);
            keys.addAll(keys(page));
            next = page.next().orElse(null);
        }
        return keys;
    }

    private static List<String> keys(Client client, String compare) {
        return keys(client.get(compare));
    }

    private static List<String> keys(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().get("changes").values().stream()
                .map(each ->
                        each.get("gebied").asString() + " " + each.get("period").asString())
                .toList();
    }
}
