package nl.gebiedsmonitor.api.study;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.gebiedsmonitor.api.observation.Clerk;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import tools.jackson.databind.JsonNode;

/** A study that is put together, and taken up to where it is read. */
final class Draft {

    private static final String STUDIES = "/v1/effect-studies";

    private final Client client;
    private final Clerk clerk;
    private final String id;
    private final String indicator;
    private boolean isDesigned;
    private String measures = "";
    private String treated = "";
    private String periods = years(2020, 2021);
    private String donors = "{}";
    private String estimation = "\"estimators\":[\"DID\"]";

    Draft(Client client, Clerk clerk, String id, String indicator) {
        this.client = client;
        this.clerk = clerk;
        this.id = id;
        this.indicator = indicator;
    }

    Draft measures(String... ids) {
        measures = quoted(Arrays.stream(ids));
        return this;
    }

    /** Each as {@code BU69010101 2021}: with the first year of treatment. */
    Draft treated(String... starts) {
        treated = Arrays.stream(starts)
                .map(start -> start.split(" "))
                .map(start -> "{\"gebied\":\"%s\",\"from\":\"%s\"}".formatted(start[0], start[1]))
                .collect(joining(","));
        return this;
    }

    Draft from(int first, int last) {
        periods = years(first, last);
        return this;
    }

    Draft listed(String... gebieden) {
        donors = "{\"gebieden\":[" + quoted(Arrays.stream(gebieden)) + "]}";
        return this;
    }

    /** By a rule, with its statements as JSON has them. */
    Draft rule(String statements) {
        donors = "{\"rule\":{" + statements + "}}";
        return this;
    }

    Draft withNeighbours() {
        donors = donors.substring(0, donors.length() - 1) + ",\"neighbours\":true}";
        return this;
    }

    /** With statements of the estimation as JSON has them. */
    Draft estimated(String statements) {
        estimation = statements;
        return this;
    }

    /** Designs it, or designs it anew, and asks for its registration. */
    Answer register() {
        if (isDesigned) {
            Answer designed = client.put(STUDIES + "/" + id + "/design", design());
            assertThat(designed.status()).as(designed.text()).isEqualTo(200);
        } else {
            clerk.post(STUDIES, "{\"id\":\"" + id + "\",\"design\":" + design() + "}");
            isDesigned = true;
        }
        return client.post(STUDIES + "/" + id + "/registration", "");
    }

    /** Registers it, and answers what it was fixed to. */
    JsonNode registration() {
        Answer registered = register();
        assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        return client.get(STUDIES + "/" + id, "Min-Event-Position", Long.toString(registered.position()))
                .json()
                .at("/protocols/0/registration");
    }

    Draft begin() {
        registration();
        clerk.post(STUDIES + "/" + id + "/status-changes", "{\"status\":\"RUNNING\",\"date\":\"2021-01-01\"}");
        return this;
    }

    /** Has it read from the figures of now, and answers the address of the reading. */
    String read() {
        return read("{}");
    }

    /** Has it read from the figures of a position. */
    String readAsOf(long position) {
        return read("{\"asOf\":\"" + position + "\"}");
    }

    private String read(String body) {
        Answer asked = client.post(STUDIES + "/" + id + "/readings", body, "Prefer", "wait=60");
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(asked.json().get("state").asString()).as(asked.text()).isEqualTo("COMPUTED");
        return asked.header("Location").orElseThrow();
    }

    private String design() {
        return """
                {"title":"Proef","question":"Helpt het?","kennisinstelling":"Proef","measures":[%s],
                 "outcomes":[{"indicator":"%s","smallestEffect":1}],"treated":[%s],"periods":[%s],
                 "donors":%s,"estimation":{%s},"plannedReadings":[]}""".formatted(measures, indicator, treated, periods, donors, estimation);
    }

    private static String years(int first, int last) {
        return quoted(IntStream.rangeClosed(first, last).mapToObj(Integer::toString));
    }

    private static String quoted(Stream<String> texts) {
        return texts.map(text -> "\"" + text + "\"").collect(joining(","));
    }
}
