package nl.gebiedsmonitor.api.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.api.observation.Clerk;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Two wijken of a gemeente, the first with the treated, the second with three buurten to compare with. */
final class FiguresDesk {

    /** A figure under every threshold here, whose digits stand nowhere else. */
    static final String HIDDEN = "3.0625";

    final Client client;
    final Clerk clerk;
    private final String number;
    private final String indicator;
    private final long start;

    FiguresDesk(TestDatabase database, String number, String indicator) {
        client = Product.on(database).client();
        clerk = new Clerk(client);
        this.number = number;
        this.indicator = indicator;
        clerk.register("GM" + number, "WK" + number + "01", "WK" + number + "02");
        clerk.register("BU" + number + "0101", "BU" + number + "0102");
        clerk.register(donors());
        clerk.post("/v1/measures", """
                {"id":"std-figures-%s","gebied":"WK%s01","opgave":"SCHULDHULPVERLENING","title":"Proef",
                 "plannedFrom":"2020-01-01","leadOrganisation":"Gemeente"}""".formatted(number, number));
        start = clerk.position();
    }

    private String[] donors() {
        return new String[] {"BU" + number + "0201", "BU" + number + "0202", "BU" + number + "0203"};
    }

    /** Delivers the figures of the gebieden to compare with: of 2020 and of 2021 of the first, then of the next. */
    void compared(String... figures) {
        for (int i = 0; i < donors().length; i++) {
            clerk.deliver(
                    indicator, donors()[i] + " 2020 " + figures[2 * i], donors()[i] + " 2021 " + figures[2 * i + 1]);
        }
    }

    /** Delivers the figures of a gebied from 2018 on. */
    void deliver(String gebied, int... figures) {
        for (int i = 0; i < figures.length; i++) {
            clerk.deliver(indicator, gebied + " " + (2018 + i) + " " + figures[i]);
        }
    }

    Draft draft(String id, String... treated) {
        return new Draft(client, clerk, id, indicator)
                .measures("std-figures-" + number)
                .treated(treated)
                .listed(donors());
    }

    JsonNode results(String reading) {
        JsonNode found = clerk.json(reading);
        assertThat(found.get("state").asString()).as(found.toString()).isEqualTo("COMPUTED");
        return found.get("results");
    }

    JsonNode result(String reading) {
        return results(reading).get(0);
    }

    String panel(String reading) {
        return panelBy(reading, "DID");
    }

    String panelBy(String reading, String estimator) {
        return clerk.read(reading + "/panel?outcome=" + indicator + "&estimator=" + estimator)
                .text();
    }

    double effect(JsonNode finding, String group, String time) {
        return finding.get("groupTimes")
                .valueStream()
                .filter(cell -> cell.get("group").asString().equals(group)
                        && cell.get("time").asString().equals(time))
                .findFirst()
                .orElseThrow()
                .get("estimate")
                .asDouble();
    }

    /** Nothing that is to be had of a reading, and nothing in the feed, has the hidden figure. */
    void assertSilent(String reading) {
        assertTellsNot(HIDDEN, reading);
    }

    void assertTellsNot(String figure, String reading) {
        List<String> addresses = new ArrayList<>(List.of(
                "",
                "/results",
                "/results?format=csv",
                "/panel?outcome=" + indicator + "&estimator=DID",
                "/comparison",
                "/comparison?asOf=" + start,
                "/comparison?asOf=" + clerk.json(reading).get("asOf").asLong(),
                "/chart",
                "/chart?kind=GAP",
                "/chart?kind=PLACEBOS"));
        for (String address : addresses) {
            Answer answer = clerk.ask(reading + address);
            if (address.startsWith("/comparison")) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            }
            assertTellsNot(figure, address, answer.text());
        }
        assertTellsNot(
                figure,
                "study",
                clerk.read(reading.replaceAll("/readings/.*", "")).text());
        String next = "/v1/feed?limit=1000&after=" + start;
        Answer page = clerk.read(next);
        while (!page.json().isEmpty()) {
            assertTellsNot(figure, "feed", page.text());
            page = clerk.read(page.next().orElseThrow());
        }
    }

    private static void assertTellsNot(String figure, String what, String text) {
        Pattern telling = Pattern.compile("(?<![0-9.])" + Pattern.quote(figure) + "(?![0-9])");
        assertThat(telling.matcher(text).find())
                .as(figure + " in " + what + ": " + text)
                .isFalse();
    }
}
