package nl.gebiedsmonitor.api.leefbaarheid;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.api.web.Reply;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCommand.DefineIndicator;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.indicator.Polarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Every installation has the Leefbaarometer 3.0, however its starts went. */
class ShippedModelTest {

    /** Events name the address of their schemas, and the port of a test differs from start to start. */
    private static final String AT_ONE_ADDRESS = "--gebiedsmonitor.public-url=https://monitor.example";

    private static final String WITHOUT_SAMPLE = "--gebiedsmonitor.sample-data=false";
    private static final String MODEL = "/v1/score-models/leefbaarometer-3.0";

    /** The aggregates that are shipped, in order. */
    private static final List<String> SHIPPED =
            List.of("LBM-FYS", "LBM-ONV", "LBM-SOC", "LBM-VRZ", "LBM-WON", "LBM-AFW", "leefbaarometer-3.0:1");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @ParameterizedTest
    @EnumSource
    void an_installation_without_sample_has_the_model_and_a_later_start_appends_nothing(TestDatabase database) {
        List<String> arguments = database.arguments(Product.newDataDir());
        String first;
        try (Product product = Product.start(arguments, WITHOUT_SAMPLE, AT_ONE_ADDRESS)) {
            Client client = product.client();
            assertShipped(client);
            JsonNode model = client.get(MODEL, "Min-Event-Position", "7").json();
            assertThat(model.get("referenceLevel").asDouble()).isEqualTo(4.102264851143684);
            assertThat(model.get("deviationIndicator").asString()).isEqualTo("LBM-AFW");
            assertThat(model.get("versions").toString()).isEqualTo("[1]");
            assertThat(texts(model.get("dimensions"), "key")).containsExactly("fys", "onv", "soc", "vrz", "won");
            first = client.get("/v1/feed").text();
        }
        try (Product product = Product.start(arguments, WITHOUT_SAMPLE, AT_ONE_ADDRESS)) {
            assertThat(product.client().get("/v1/feed").text()).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_start_that_is_cut_short_is_finished_by_a_later_one(TestDatabase database) {
        List<String> arguments = database.arguments(Product.newDataDir());
        for (int commands : List.of(0, 3, 6)) {
            Product.cutShort(arguments, commands, WITHOUT_SAMPLE);
        }
        try (Product product = Product.start(arguments, _ -> watchTheLog(), WITHOUT_SAMPLE)) {
            assertShipped(product.client());
            assertThat(told()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_indicator_that_is_defined_in_other_words_stays_as_it_is(TestDatabase database) {
        List<String> arguments = database.arguments(Product.newDataDir());
        try (Product product = Product.start(
                arguments,
                context -> {
                    context.getBean(Commands.class)
                            .send(new DefineIndicator(ownWords("LBM-SOC")), "Gemeente", Reply.ok(List.of()));
                    watchTheLog();
                },
                WITHOUT_SAMPLE)) {
            Client client = product.client();
            assertThat(client.get(MODEL, "Min-Event-Position", "7").status()).isEqualTo(200);
            assertThat(client.get("/v1/indicators/LBM-SOC").json().get("nameNl").asString())
                    .isEqualTo("Eigen woorden");
            assertThat(texts(client.get("/v1/feed").json(), "subject"))
                    .containsExactly(
                            "LBM-SOC", "LBM-FYS", "LBM-ONV", "LBM-VRZ", "LBM-WON", "LBM-AFW", "leefbaarometer-3.0:1");
            assertThat(told()).hasSize(1).allMatch(line -> line.contains("LBM-SOC"));
        }
    }

    @Test
    void two_processes_that_start_on_one_database_at_once_ship_it_once() throws Exception {
        List<String> arguments = TestDatabase.POSTGRESQL.arguments(Product.newDataDir());
        CyclicBarrier together = new CyclicBarrier(2);
        CountDownLatch firstIsReady = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Product> one = threads.submit(() -> Product.start(
                    arguments,
                    _ -> {
                        firstIsReady.countDown();
                        await(together);
                    },
                    WITHOUT_SAMPLE,
                    AT_ONE_ADDRESS));
            assertThat(firstIsReady.await(60, TimeUnit.SECONDS)).isTrue();
            Future<Product> two = threads.submit(
                    () -> Product.start(arguments, _ -> await(together), WITHOUT_SAMPLE, AT_ONE_ADDRESS));
            try (Product first = one.get();
                    Product second = two.get()) {
                assertShipped(first.client());
                assertThat(second.client().get("/v1/feed").text())
                        .isEqualTo(first.client().get("/v1/feed").text());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_defines_an_indicator_in_the_shipped_words_finds_it_defined(TestDatabase database) {
        Client client = Product.on(database).client();
        String shipped = client.get("/v1/indicators/LBM-FYS").text();
        assertThat(client.post("/v1/indicators", shipped).status()).isEqualTo(200);
        Answer other = client.post("/v1/indicators", shipped.replace("fysieke omgeving", "eigen woorden"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.json().get("rule").asString()).isEqualTo("indicator-defined-once");
    }

    private static void assertShipped(Client client) {
        JsonNode events = client.get("/v1/feed").json();
        assertThat(texts(events, "subject")).isEqualTo(SHIPPED);
        assertThat(texts(events, "origin")).containsOnly("leefbaarometer-3.0");
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(element -> element.get(field).asString())
                .toList();
    }

    /** From within the start, which sets the log up. */
    private void watchTheLog() {
        log.start();
        ((Logger) LoggerFactory.getLogger(ShippedModel.class)).addAppender(log);
    }

    private List<String> told() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(2, TimeUnit.MINUTES);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new IllegalStateException(alone);
        }
    }

    private static IndicatorDefinition ownWords(String code) {
        return new IndicatorDefinition(
                new IndicatorCode(code),
                "Eigen woorden",
                null,
                null,
                Frequency.YEAR,
                null,
                Polarity.NEUTRAL,
                null,
                null,
                null,
                Aggregation.NONE,
                null,
                null);
    }
}
