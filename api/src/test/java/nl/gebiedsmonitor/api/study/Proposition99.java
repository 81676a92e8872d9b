package nl.gebiedsmonitor.api.study;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Published;

/**
 * Cigarette sales of 39 American states, of which California raised its tax in 1989, as ordinary figures of 39 gemeenten that
 * do not exist.
 */
final class Proposition99 {

    static final String INDICATOR = "STU-PACKS";
    static final String CALIFORNIA = "GM6839";

    private static final String STUDIES = "/v1/effect-studies";

    private final Client client;

    private Proposition99(Client client) {
        this.client = client;
    }

    /** Registers and delivers all of it, unless that was done before. */
    static Proposition99 delivered(Client client) {
        Proposition99 study = new Proposition99(client);
        Map<String, String> codes = study.registerStates();
        study.post(
                "/v1/indicators",
                "{\"code\":\"" + INDICATOR + "\",\"nameNl\":\"Pakjes per inwoner\",\"frequency\":\"YEAR\","
                        + "\"polarity\":\"LOWER_IS_BETTER\",\"aggregation\":\"NONE\",\"unit\":\"pakjes\"}");
        study.post(
                "/v1/measures",
                "{\"id\":\"stu-proposition-99\",\"gebied\":\"" + CALIFORNIA
                        + "\",\"opgave\":\"KINDEREN_EN_JONGEREN\",\"title\":\"Proposition 99\","
                        + "\"plannedFrom\":\"1989-01-01\",\"leadOrganisation\":\"California\"}");
        String csv = rows().stream()
                .map(row -> INDICATOR + "," + codes.get(row[0]) + "," + row[1] + "," + row[2])
                .collect(joining("\n", "indicator,gebied,period,value\n", "\n"));
        Answer delivered = client.post("/v1/deliveries", "text/csv", BodyPublishers.ofString(csv));
        assertThat(delivered.status()).as(delivered.text()).isIn(200, 201);
        return study;
    }

    private Map<String, String> registerStates() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (String[] row : rows()) {
            codes.computeIfAbsent(row[0], _ -> "GM68%02d".formatted(codes.size() + 1));
        }
        codes.forEach((state, code) ->
                post("/v1/gebieden", "{\"code\":\"" + code + "\",\"name\":\"" + state + "\",\"type\":\"GEMEENTE\"}"));
        assertThat(codes.get("California")).isEqualTo(CALIFORNIA);
        return codes;
    }

    private static List<String[]> rows() {
        List<String[]> rows = new ArrayList<>();
        new String(Published.file("california-prop99.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .forEach(line -> rows.add(line.split(";", -1)));
        return rows;
    }

    private void post(String path, String json) {
        Answer answer = client.post(path, json);
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    /** The design, with some statements of its estimation. */
    static String design(String estimation) {
        return design(estimation, 1);
    }

    /** A design in which some states are treated, California and those listed before it, and the others are not. */
    static String design(String estimation, int treated) {
        String donors = codes(1, 39 - treated).collect(joining("\",\"", "\"", "\""));
        String from = codes(40 - treated, 39)
                .map(code -> "{\"gebied\":\"" + code + "\",\"from\":\"1989\"}")
                .collect(joining(","));
        String years = IntStream.rangeClosed(1970, 2000)
                .mapToObj(year -> "\"" + year + "\"")
                .collect(joining(","));
        return "{\"title\":\"Proposition 99\",\"question\":\"Wordt er minder gerookt?\","
                + "\"kennisinstelling\":\"Stanford\",\"measures\":[\"stu-proposition-99\"],"
                + "\"outcomes\":[{\"indicator\":\"" + INDICATOR + "\",\"smallestEffect\":5}],"
                + "\"treated\":[" + from + "],"
                + "\"periods\":[" + years + "],\"donors\":{\"gebieden\":[" + donors + "]},"
                + "\"estimation\":{" + estimation + "},\"plannedReadings\":[\"2099-12-01\"]}";
    }

    private static Stream<String> codes(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj("GM68%02d"::formatted);
    }

    /** A design whose results take some milliseconds for each replication: each placebo is another set of controls. */
    static String longDesign(int replications) {
        return design("\"estimators\":[\"SDID\"],\"solver\":\"EXACT\",\"replications\":" + replications, 5);
    }

    /** Takes a study up to where it can be read. */
    void begin(String id, String estimation) {
        beginWith(id, design(estimation));
    }

    /** Takes a study of a design up to where it can be read. */
    void beginWith(String id, String design) {
        created(client.post(STUDIES, "{\"id\":\"" + id + "\",\"design\":" + design + "}"));
        created(client.post(STUDIES + "/" + id + "/registration", ""));
        created(client.post(
                STUDIES + "/" + id + "/status-changes", "{\"status\":\"RUNNING\",\"date\":\"1989-01-01\"}"));
    }

    /** Asks for a reading and waits for it; answers its address. */
    String read(String id) {
        Answer asked = client.post(STUDIES + "/" + id + "/readings", "{}", "Prefer", "wait=60");
        created(asked);
        return Objects.requireNonNull(asked.header("Location").orElse(null));
    }

    private static void created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
