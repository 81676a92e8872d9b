package nl.gebiedsmonitor.api.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import tools.jackson.databind.JsonNode;

/** One who writes to the product, and whose reads know of all that he wrote. */
public final class Clerk {

    private final Client client;
    private long position;

    public Clerk(Client client) {
        this.client = client;
    }

    /** The position of what was written last. */
    public long position() {
        return position;
    }

    /** Registers gebieden by their codes, under these as names. */
    public void register(String... codes) {
        StringBuilder csv = new StringBuilder("code,name,type\n");
        for (String code : codes) {
            String type =
                    switch (code.substring(0, 2)) {
                        case "GM" -> "GEMEENTE";
                        case "WK" -> "WIJK";
                        case "BU" -> "BUURT";
                        default -> throw new IllegalArgumentException(code);
                    };
            csv.append("%s,Naam van %s,%s\n".formatted(code, code, type));
        }
        written(client.post("/v1/gebieden", "text/csv", BodyPublishers.ofString(csv.toString())));
    }

    /** Registers a focus area by the boundaries of 2024. */
    public void compose(String focus, String... members) {
        post("/v1/gebieden", """
                {"code":"%s","name":"Naam van %s","type":"FOCUS","referenceYear":2024,"members":["%s"]}""".formatted(focus, focus, String.join("\",\"", members)));
    }

    public void recompose(String focus, String... members) {
        written(client.put(
                "/v1/gebieden/" + focus + "/members",
                "{\"referenceYear\":2024,\"members\":[\"%s\"]}".formatted(String.join("\",\"", members))));
    }

    public void rename(String gebied, String name) {
        written(client.put("/v1/gebieden/" + gebied + "/name", "{\"name\":\"" + name + "\"}"));
    }

    /** Defines an indicator of years, with more fields as JSON has them, such as {@code "aggregation":"SUM"}. */
    public void define(String indicator, String... fields) {
        post("/v1/indicators", definition(indicator, fields));
    }

    public void revise(String indicator, String... fields) {
        written(client.put("/v1/indicators/" + indicator + "?reason=anders", definition(indicator, fields)));
    }

    private static String definition(String indicator, String... fields) {
        StringBuilder json = new StringBuilder(
                "{\"code\":\"%s\",\"nameNl\":\"Verzonnen\",\"frequency\":\"YEAR\"".formatted(indicator));
        for (String field : fields) {
            json.append(",").append(field);
        }
        return json.append("}").toString();
    }

    /** Delivers final figures, each written as {@code BU97010101 2024 1.5}. */
    public void deliver(String indicator, String... figures) {
        deliver("", indicator, figures);
    }

    /** Delivers figures in the place of final ones. */
    public void correct(String indicator, String... figures) {
        deliver("?revision=true&reason=verbeterd", indicator, figures);
    }

    private void deliver(String parameters, String indicator, String... figures) {
        StringBuilder csv = new StringBuilder("indicator,gebied,period,value,status\n");
        for (String figure : figures) {
            csv.append(indicator).append(",").append(figure.replace(' ', ',')).append(",FINAL\n");
        }
        written(client.post("/v1/deliveries" + parameters, "text/csv", BodyPublishers.ofString(csv.toString())));
    }

    public Answer post(String path, String json) {
        return written(client.post(path, json));
    }

    private Answer written(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        position = Math.max(position, answer.position());
        return answer;
    }

    /** Asks for what is there. */
    public Answer read(String path) {
        Answer answer = ask(path);
        assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(200);
        return answer;
    }

    public JsonNode json(String path) {
        return read(path).json();
    }

    /** Asks for what may not be there. */
    public Answer ask(String path) {
        return client.get(path, "Min-Event-Position", Long.toString(position));
    }
}
