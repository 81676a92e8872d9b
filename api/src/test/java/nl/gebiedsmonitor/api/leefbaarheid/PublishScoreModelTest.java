package nl.gebiedsmonitor.api.leefbaarheid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.api.web.Reply;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.leefbaarheid.Classification;
import nl.gebiedsmonitor.domain.leefbaarheid.Dimension;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelId;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelCommand.PublishScoreModel;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelEvent.ScoreModelPublished;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.ZScore;
import nl.gebiedsmonitor.domain.leefbaarheid.WeightedIndicator;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ResponseEntity;

/** The figures of reference are those that are recorded when a model is published, and stay in it. */
class PublishScoreModelTest {

    /** Beside what counts, a wijk, another period, another gemeente and another indicator. */
    private static final String FIGURES = """
            indicator,gebied,period,value
            REF-CIJFER,BU95010001,2024,3
            REF-CIJFER,BU95010002,2024,4
            REF-CIJFER,BU95010003,2024,
            REF-CIJFER,WK950100,2024,100
            REF-CIJFER,BU95010001,2023,100
            REF-CIJFER,BU95020001,2024,100
            REF-ANDER,BU95010003,2024,100
            """;

    @ParameterizedTest
    @EnumSource
    void parameters_are_computed_from_the_figures_as_they_stand_at_publication(TestDatabase database) {
        Product product = Product.on(database);
        record(product.client());
        ResponseEntity<String> published = publish(product, model("ref-model", GebiedType.BUURT, null, null));
        assertThat(published.getBody()).contains("true");
        assertThat(lastOf(product)).isEqualTo(new ScoreModelPublished(model("ref-model", GebiedType.BUURT, 6.0, 2.0)));

        revise(product.client(), 10);
        assertThat(publish(product, model("ref-model", GebiedType.BUURT, null, null))
                        .getBody())
                .contains("false");
        publish(product, model("ref-model-later", GebiedType.BUURT, null, null));
        assertThat(lastOf(product))
                .isEqualTo(new ScoreModelPublished(model("ref-model-later", GebiedType.BUURT, 7.0, 3.0)));
        assertThatThrownBy(() -> publish(product, model("ref-model-pc4", GebiedType.PC4, null, null)))
                .isInstanceOfSatisfying(RuleViolated.class, refusal -> assertThat(refusal.rule())
                        .isEqualTo("reference-figures"));
    }

    /** Leaves the figures of the buurten at 4 and 8. */
    private static void record(Client client) {
        for (String gebied :
                List.of("GM9501", "GM9502", "WK950100", "BU95010001", "BU95010002", "BU95010003", "BU95020001")) {
            Answer registered = client.post("/v1/gebieden", """
                    {"code":"%s","type":"%s","name":"Proef"}""".formatted(gebied, new GebiedCode(gebied).type()));
            assertThat(registered.status()).as(registered.text()).isEqualTo(201);
        }
        for (String indicator : List.of("REF-CIJFER", "REF-ANDER")) {
            client.post(
                    "/v1/indicators", "{\"code\":\"" + indicator + "\",\"nameNl\":\"Proef\",\"frequency\":\"YEAR\"}");
        }
        Answer taken = client.post("/v1/deliveries", "text/csv", BodyPublishers.ofString(FIGURES));
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        Answer revised =
                client.post("/v1/deliveries?revision=true&reason=herziening", "text/csv", BodyPublishers.ofString("""
                        indicator,gebied,period,value
                        REF-CIJFER,BU95010001,2024,4
                        REF-CIJFER,BU95010002,2024,8
                        """));
        assertThat(revised.status()).as(revised.text()).isEqualTo(201);
    }

    private static void revise(Client client, double value) {
        Answer revised = client.post("/v1/observations?revision=true&reason=herziening", """
                {"indicator":"REF-CIJFER","gebied":"BU95010002","period":"2024","value":%s}""".formatted(value));
        assertThat(revised.status()).as(revised.text()).isEqualTo(201);
    }

    private static ResponseEntity<String> publish(Product product, ModelDefinition model) {
        return product.bean(Commands.class)
                .send(
                        new PublishScoreModel(model),
                        "proef",
                        Boolean.class,
                        changed -> Reply.ok(Map.of("changed", changed)));
    }

    private static Object lastOf(Product product) {
        EventLog log = product.bean(EventLog.class);
        StoredEvent last =
                log.after(log.lastOf(List.of("score-model-published")) - 1, 1).getFirst();
        return last.payload();
    }

    private static ModelDefinition model(
            String id, GebiedType type, @Nullable Double mean, @Nullable Double standardDeviation) {
        var reference = new ZScore(new GebiedCode("GM9501"), type, new Period("2024"), mean, standardDeviation);
        var one = new Classification(List.of(), List.of("alles"));
        return new ModelDefinition(
                new ModelId(id),
                1,
                "Proef",
                null,
                "Proef",
                0,
                List.of(new Dimension(
                        "fys",
                        "fysiek",
                        List.of(new WeightedIndicator(new IndicatorCode("REF-CIJFER"), 1, reference)))),
                null,
                one,
                one,
                one,
                null,
                null,
                ModelDefinition.INHABITANTS,
                0,
                List.of());
    }
}
