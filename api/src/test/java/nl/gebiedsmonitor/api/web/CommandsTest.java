package nl.gebiedsmonitor.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A command is answered with its position, and counts once by its key. */
class CommandsTest {

    @ParameterizedTest
    @EnumSource
    void the_same_request_with_the_same_key_counts_once(TestDatabase database) {
        Client client = Product.on(database).client();
        Answer first = client.post("/v1/gebieden", gebied("7001"), "Idempotency-Key", "commands-1");
        Answer again = client.post("/v1/gebieden", gebied("7001"), "Idempotency-Key", "commands-1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(List.of(again.status(), again.position(), again.text(), again.header("Location")))
                .isEqualTo(List.of(201, first.position(), first.text(), first.header("Location")));
        Answer other = client.post("/v1/gebieden", gebied("7002"), "Idempotency-Key", "commands-1");
        ProblemsTest.assertProblem(other, 409);
        assertThat(client.post("/v1/gebieden", gebied("7002"), "Idempotency-Key", "x".repeat(256))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource
    void the_same_key_sent_by_many_at_the_same_time_counts_once(TestDatabase database) throws Exception {
        Client client = Product.on(database).client();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> send =
                    () -> client.post("/v1/gebieden", gebied("7003"), "Idempotency-Key", "commands-parallel");
            List<Future<Answer>> answers = many.invokeAll(java.util.Collections.nCopies(8, send));
            for (Future<Answer> answer : answers) {
                assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(201);
                assertThat(answer.get().position())
                        .isEqualTo(answers.getFirst().get().position());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_step_that_cannot_be_taken_twice_is_answered_alike_when_it_is_sent_again_meanwhile(TestDatabase database)
            throws Exception {
        Client client = Product.on(database).client();
        client.post("/v1/gebieden", gebied("7010"));
        for (int round = 0; round < 20; round++) {
            String id = "commands-step-" + round;
            client.post("/v1/measures", """
                    {"id":"%s","gebied":"7010","opgave":"SCHULDHULPVERLENING","title":"Proef",
                     "plannedFrom":"2024-01-01","leadOrganisation":"Gemeente"}""".formatted(id));
            try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Answer> start = () -> client.post(
                        "/v1/measures/" + id + "/status-changes",
                        "{\"status\":\"RUNNING\",\"date\":\"2024-02-01\"}",
                        "Idempotency-Key",
                        id);
                List<Future<Answer>> answers = many.invokeAll(java.util.Collections.nCopies(3, start));
                for (Future<Answer> answer : answers) {
                    assertThat(answer.get().status()).as(answer.get().text()).isEqualTo(201);
                    assertThat(answer.get().position())
                            .isEqualTo(answers.getFirst().get().position());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_read_waits_for_the_position_it_asks_for(TestDatabase database) {
        Client client = Product.on(database).client();
        Answer stored = client.post("/v1/gebieden", gebied("7004"));
        assertThat(client.get("/v1/gebieden/7004", "Min-Event-Position", Long.toString(stored.position()))
                        .status())
                .isEqualTo(200);
        for (String malformed : List.of("-1", "abc", "1.0", "99999999999999999999", "")) {
            ProblemsTest.assertProblem(client.get("/v1/gebieden", "Min-Event-Position", malformed), 400);
        }
        Answer unchanged = client.post("/v1/gebieden", gebied("7004"));
        assertThat(unchanged.position()).isGreaterThanOrEqualTo(stored.position());
    }

    @ParameterizedTest
    @EnumSource(names = "H2")
    void a_position_too_far_ahead_is_answered_with_try_again(TestDatabase database) {
        try (Product product =
                Product.start(database, "--gebiedsmonitor.sample-data=false", "--gebiedsmonitor.patience=100ms")) {
            Answer answer = product.client().get("/v1/gebieden", "Min-Event-Position", "1000000");
            ProblemsTest.assertProblem(answer, 503);
            assertThat(answer.header("Retry-After")).contains("1");
        }
    }

    private static String gebied(String pc4) {
        return "{\"code\":\"%1$s\",\"name\":\"Gebied %1$s\",\"type\":\"PC4\"}".formatted(pc4);
    }
}
