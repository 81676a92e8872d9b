package nl.gebiedsmonitor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The packaged product in a process of its own, on an empty H2 file store, and a client of it. */
final class ProductProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();

    private ProductProcess(Process process, String base) {
        this.process = process;
        this.base = base;
    }

    static ProductProcess start(Path jar, Path directory) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port,
                        "--gebiedsmonitor.sample-data=false",
                        "--gebiedsmonitor.data-dir=" + directory.resolve("data"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("product.log").toFile())
                .start();
        ProductProcess product = new ProductProcess(process, "http://127.0.0.1:" + port);
        product.awaitReadiness();
        return product;
    }

    private void awaitReadiness() throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                if (get("/actuator/health/readiness").statusCode() == 200) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                Thread.sleep(100);
            }
        }
        close();
        throw new IllegalStateException("The product did not start");
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Reads what has seen a position, and asks again as long as the answer is 503. */
    HttpResponse<String> getAtLeast(String position, String path) {
        HttpResponse<String> answer;
        do {
            answer = get(path, "Min-Event-Position", position);
        } while (answer.statusCode() == 503);
        return answer;
    }

    /** Posts, and insists on a 2xx answer. */
    HttpResponse<String> post(String path, String contentType, BodyPublisher body) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", contentType)
                .POST(body)
                .build());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    void postJson(String path, String json) {
        post(path, "application/json", BodyPublishers.ofString(json));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /** An empty folder for one run, which goes with the run. */
    static Path newDirectory() throws IOException {
        Path directory = Files.createTempDirectory("gebiedsmonitor-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
        return directory;
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failed) {
            System.err.println("Left behind: " + directory);
        }
    }
}
