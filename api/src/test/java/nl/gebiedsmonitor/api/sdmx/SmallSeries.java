package nl.gebiedsmonitor.api.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;

/** A few figures of every frequency and status, in indicators that begin with {@code SDM-} and the name of a test. */
final class SmallSeries {

    static final String FLOW = "/sdmx/v2/data/dataflow/NL_GEBIEDSMONITOR/OBSERVATIONS/1.0.0/";

    static final String CSV = "application/vnd.sdmx.data+csv;version=2.0.0";

    static final String JSON = "application/vnd.sdmx.data+json;version=2.0.0";

    private final Client client;
    private final String name;
    private final long position;

    private SmallSeries(Client client, String name, long position) {
        this.client = client;
        this.name = name;
        this.position = position;
    }

    static SmallSeries of(TestDatabase database, String name) {
        Client client = Product.on(database).client();
        client.post("/v1/gebieden", """
                [{"code":"GM6601","name":"Gemeente, met komma","type":"GEMEENTE"},
                 {"code":"BU66010101","name":"Buurt een","type":"BUURT"},
                 {"code":"BU66010102","name":"Buurt twee","type":"BUURT"}]""");
        define(client, name, "YEAR", "\"unit\":\"score\",\"nameEn\":\"Trial\"");
        define(client, name + "-H", "HALF_YEAR", "\"disclosureThreshold\":5");
        define(client, name + "-S", "SCHOOL_YEAR", "\"unit\":\"%\"");
        Answer taken = client.post("/v1/deliveries", "text/csv", BodyPublishers.ofString("""
                indicator,gebied,period,value,status,missingReason
                %1$s,GM6601,2014,1.5,FINAL,
                %1$s,GM6601,2018,0.30000000000000004,PROVISIONAL,
                %1$s,GM6601,2022,-7,ESTIMATED,
                %1$s,BU66010101,2018,2,FINAL,
                %1$s,BU66010101,2022,,MISSING,NOT_APPLICABLE
                %1$s,BU66010102,2022,,MISSING,
                %1$s-H,GM6601,2024-H1,3,FINAL,
                %1$s-H,GM6601,2024-H2,31.25,FINAL,
                %1$s-S,GM6601,2023/2024,8,FINAL,
                %1$s-S,GM6601,2024/2025,9,FINAL,
                """.formatted(name)));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        SmallSeries series = new SmallSeries(client, name, taken.position());
        series.awaitReadable(taken);
        return series;
    }

    private static void define(Client client, String code, String frequency, String more) {
        Answer defined = client.post(
                "/v1/indicators",
                "{\"code\":\"" + code + "\",\"nameNl\":\"Proef\",\"frequency\":\"" + frequency + "\"," + more + "}");
        assertThat(defined.status()).as(defined.text()).isEqualTo(201);
    }

    Client client() {
        return client;
    }

    String name() {
        return name;
    }

    /** The position after which all of it could be read. */
    long position() {
        return position;
    }

    void awaitReadable(Answer written) {
        client.get("/v1/gebieden?limit=1", "Min-Event-Position", Long.toString(written.position()));
    }

    /** The observations of an answer in SDMX-CSV as {@code gebied period value status}. */
    List<String> rows(String query) {
        Answer answer = client.get(FLOW + query, "Accept", CSV);
        assertThat(answer.status()).as(answer.text()).isIn(200, 204);
        return answer.text()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> String.join(" ", cells[4], cells[5], cells[6], cells[8]))
                .toList();
    }
}
