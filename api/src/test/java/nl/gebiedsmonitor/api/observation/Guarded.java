package nl.gebiedsmonitor.api.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;

/**
 * A gemeente with figures of who is on social assistance, so few in places that these are hidden once a threshold of 5 is
 * stated. Every figure to hide has digits that stand nowhere else in an answer. The codes have the number of the gemeente.
 *
 * <pre>
 * GM9750                275.78125
 *   WK975001            221.65625
 *     BU97500101          3.0625    under the threshold
 *     BU97500102          7.1875    since it would tell the one before
 *     BU97500103        211.40625
 *   WK975002             43.34375
 *     BU97500201          2.8125    under the threshold
 *     BU97500202         40.53125   since it would tell the one before
 *   WK975003                        without a figure
 *     BU97500301          1.4375    under the threshold
 *     BU97500302          9.34375   since it would tell the one before by way of the gemeente
 * </pre>
 */
final class Guarded {

    /** The figures, the scores made of them around a level of 4, the sum of two members, and a share of 16. */
    static final List<String> TELLING = List.of(
            "3.0625",
            "7.0625",
            "7.1875",
            "11.1875",
            "2.8125",
            "6.8125",
            "40.53125",
            "44.53125",
            "1.4375",
            "5.4375",
            "9.34375",
            "13.34375",
            "214.46875",
            "218.46875",
            "10.78125",
            "14.78125",
            "19.140625");

    private static final String MODEL = """
            {"id":"%s","name":"Verzonnen","source":"Test","referenceLevel":4,"aggregationWeight":"LFB-GEEN",
             "dimensions":[{"key":"bijstand","name":"bijstand","indicators":[{"indicator":"%s"}]}],
             "scoreClasses":{"cutPoints":[100],"labels":["een","twee"]},"deviationClasses":{"labels":["een"]},
             "dimensionClasses":{"labels":["een"]},
             "typology":[{"key":"alle","name":"Alle","type":"WIJK","fromClass":1,"toClass":2,"source":"Test"}]}""";

    final Clerk clerk;
    final String number;
    final String indicator;
    final String model;
    final List<String> hidden;
    final List<String> shown;

    /** Before anything of it was written. */
    final long start;

    /** When all figures were known, and none of them hidden. */
    final long open;

    /** Writes all of it, without a threshold yet. */
    Guarded(Client client, String number) {
        clerk = new Clerk(client);
        this.number = number;
        indicator = "LFB-BIJSTAND-" + number;
        model = "lfb-bijstand-" + number;
        hidden = List.of(own("BU97500101 BU97500102 BU97500201 BU97500202 BU97500301 BU97500302")
                .split(" "));
        shown = List.of(own("BU97500103 WK975001 WK975002 GM9750").split(" "));
        clerk.register(own("GM9750 WK975001 WK975002 WK975003 BU97500101 BU97500102 BU97500103")
                .split(" "));
        clerk.register(own("BU97500201 BU97500202 BU97500301 BU97500302").split(" "));
        clerk.compose(own("SV-LFB-9750"), own("BU97500101"), own("BU97500103"));
        start = clerk.position();
        clerk.define(indicator, "\"aggregation\":\"SUM\"");
        clerk.define("LFB-HUISHOUDENS", "\"aggregation\":\"SUM\"");
        clerk.define(share(), "\"aggregation\":\"RATE(" + indicator + ",LFB-HUISHOUDENS)\"", "\"unit\":\"%\"");
        clerk.define(weighed(), "\"aggregation\":\"MEAN(" + indicator + ")\"");
        deliver("LFB-HUISHOUDENS", "BU97500101 2024 16", "BU97500102 2024 32", "BU97500103 2024 512");
        deliver(share(), "BU97500101 2024 19.140625", "BU97500103 2024 41.3");
        deliver(weighed(), "BU97500101 2024 10", "BU97500103 2024 20");
        deliver(
                indicator,
                "BU97500101 2024 3.0625",
                "BU97500102 2024 7.1875",
                "BU97500103 2024 211.40625",
                "BU97500201 2024 2.8125",
                "BU97500202 2024 40.53125",
                "BU97500301 2024 1.4375",
                "BU97500302 2024 9.34375",
                "WK975001 2024 221.65625",
                "WK975002 2024 43.34375",
                "GM9750 2024 275.78125");
        clerk.post("/v1/score-models", MODEL.formatted(model, indicator));
        open = clerk.position();
    }

    /** A text about the gemeente 9750 as one about this. */
    String own(String text) {
        return text.replace("9750", number);
    }

    private void deliver(String of, String... figures) {
        clerk.deliver(of, Arrays.stream(figures).map(this::own).toArray(String[]::new));
    }

    /** A percentage that is made of it. */
    String share() {
        return indicator + "-AANDEEL";
    }

    /** A mean that it weighs. */
    String weighed() {
        return indicator + "-WEEG";
    }

    void guard(String threshold) {
        clerk.revise(indicator, "\"aggregation\":\"SUM\"", "\"disclosureThreshold\":" + threshold);
    }

    void unguard() {
        clerk.revise(indicator, "\"aggregation\":\"SUM\"");
    }

    /** All there is to ask about the figures, with a moment to be added. */
    List<String> reads() {
        List<String> reads = new ArrayList<>();
        for (String each : List.of(indicator, share(), weighed())) {
            reads.add("/v1/observations?indicator=" + each);
            reads.add("/v1/observations?format=csv&indicator=" + each);
            for (String list : List.of(
                    "BU97500101",
                    "WK975003",
                    "SV-LFB-9750",
                    "BU97500101&gebied=BU97500103",
                    "BU97500301&gebied=BU97500302",
                    "SV-LFB-9750&gebied=WK975003")) {
                reads.add("/v1/observations/aggregate?minimumCoverage=0&indicator=" + each + "&gebied=" + list);
            }
        }
        reads.add("/v1/observations?indicator=" + indicator + "&within=WK975001");
        for (String format : List.of("ndjson", "sdmx-csv")) {
            reads.add("/v1/observations?format=" + format + "&indicator=" + indicator);
        }
        List<String> gebieden = new ArrayList<>(hidden);
        gebieden.addAll(shown);
        for (String gebied : gebieden) {
            reads.add("/v1/gebieden/" + gebied + "/profile?");
            reads.add("/v1/gebieden/" + gebied + "/leefbaarheid?model=" + model);
            reads.add("/v1/observations/history?indicator=" + indicator + "&period=2024&gebied=" + gebied);
        }
        reads.add("/v1/observations/history?indicator=" + share() + "&period=2024&gebied=BU97500101");
        reads.add("/v1/gebieden/SV-LFB-9750/leefbaarheid?model=" + model);
        reads.add("/v1/gebieden/WK975003/leefbaarheid?boundaries=2024&model=" + model);
        reads.add("/v1/leefbaarheid/aggregate?member=BU97500301&member=BU97500302&model=" + model);
        for (String type : List.of("BUURT", "WIJK", "GEMEENTE", "FOCUS")) {
            for (String format : List.of("json", "csv", "geojson")) {
                reads.add("/v1/leefbaarheid?period=2024&type=" + type + "&format=" + format + "&model=" + model);
            }
        }
        reads.add("/v1/leefbaarheid?model=" + model);
        reads.add("/v1/leefbaarheid/changes?from=2024&to=2025&type=BUURT&model=" + model);
        reads.add("/v1/leefbaarheid/typology?model=" + model);
        reads.replaceAll(this::own);
        return reads;
    }

    /** Comparisons of two moments in both forms. */
    List<String> comparisons(long from) {
        return List.of(
                "/v1/vintages/compare?within=" + own("GM9750") + "&from=" + from,
                "/v1/vintages/compare?format=csv&from=" + from + "&indicator=" + indicator + "&indicator=" + share());
    }

    /** All events of it in the feed, page by page. */
    List<String> feed() {
        List<String> pages = new ArrayList<>();
        String next = "/v1/feed?limit=7&after=" + start;
        Answer page = clerk.read(next);
        while (!page.json().isEmpty()) {
            pages.add(page.text());
            page = clerk.read(page.next().orElseThrow());
        }
        return pages;
    }

    static boolean tells(String text, String number) {
        return Pattern.compile("(?<![0-9.])" + Pattern.quote(number) + "(?![0-9])")
                .matcher(text)
                .find();
    }

    static void assertTellsNoneOf(List<String> numbers, String what, String text) {
        assertThat(numbers).as(what + ": " + text).noneMatch(number -> tells(text, number));
    }
}
