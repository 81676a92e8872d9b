package nl.gebiedsmonitor.api.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Faults of our own, of the connection, and of what is not even HTTP. */
class BrokenAnswersTest {

    private final Client client = Product.on(TestDatabase.H2).client();
    private final URI base = client.get("/v1/feed?limit=1").response().uri();

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void watch_the_log() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void leave_the_log() {
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void a_fault_of_our_own_shows_an_id_and_nothing_of_its_cause() {
        Answer answer = client.get("/test/fault");
        ProblemsTest.assertProblem(answer, 500);
        assertThat(answer.text()).doesNotContain("secret");
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains(answer.json().get("id").asString()));
    }

    @Test
    void an_answer_that_breaks_midway_is_seen_to_be_incomplete() throws IOException {
        assertThatThrownBy(() -> client.get("/test/half-an-answer")).isInstanceOf(UncheckedIOException.class);
        String raw = send("GET /test/half-an-answer HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(raw).contains("a,b,c").doesNotContain("problem").doesNotContain("\"status\"");
        assertThat(raw).doesNotEndWith("0\r\n\r\n");
    }

    @Test
    void what_is_no_http_is_told_as_a_problem_too() throws IOException {
        for (String request : List.of(
                "GET /v1/{} HTTP/1.1\r\nHost: x\r\n",
                "GET /v1/%zz HTTP/1.1\r\nHost: x\r\n",
                "GET /v1/deliveries/%00 HTTP/1.1\r\nHost: x\r\n",
                "GET /v1/gebieden?q=%zz HTTP/1.1\r\nHost: x\r\n",
                "GET /v1/gebieden/..%2f..%2fetc HTTP/1.1\r\nHost: x\r\n",
                "GET /v1/gebieden HTTP/1.1\r\n",
                "G\u0001T /v1/gebieden HTTP/1.1\r\nHost: x\r\n",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n",
                "GET /v1/feed HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(20_000) + "\r\n")) {
            String answer = send(request + "Connection: close\r\n\r\n");
            String shown = request.substring(0, Math.min(60, request.length())) + " -> " + answer;
            assertThat(answer).as(shown).startsWith("HTTP/1.1 4");
            assertThat(answer).as(shown).contains("application/problem+json", "API-Version", "\"detail\"");
            assertThat(answer).as(shown).doesNotContain("Exception").doesNotContain("Apache");
        }
    }

    @Test
    void an_upload_that_is_broken_off_stores_nothing_and_is_no_fault_of_ours() throws Exception {
        long before = client.get("/v1/feed?limit=1000").json().size();
        for (String type : List.of("text/csv", "application/json", "application/x-ndjson")) {
            for (String path : List.of("/v1/deliveries?mode=partial", "/v1/gebieden", "/v1/observations")) {
                try (Socket socket = new Socket(base.getHost(), base.getPort())) {
                    socket.getOutputStream()
                            .write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type
                                            + "\r\nContent-Length: 1000\r\n\r\n"
                                            + (type.equals("text/csv") ? "code,name,type\n" : "[{\"code\":"))
                                    .getBytes(ISO_8859_1));
                    socket.getOutputStream().flush();
                    socket.shutdownOutput();
                    socket.getInputStream().readAllBytes();
                }
            }
        }
        assertThat(client.get("/v1/feed?limit=1000").json().size()).isEqualTo((int) before);
        assertThat(log.list)
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN) || line.getThrowableProxy() != null)
                .isEmpty();
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
