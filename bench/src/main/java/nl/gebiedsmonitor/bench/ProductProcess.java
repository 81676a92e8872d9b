package nl.gebiedsmonitor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged product in a process of its own, on an empty H2 file store, and a client of it. */
final class ProductProcess implements AutoCloseable {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final String base;
    private final HttpClient http = HttpClient.newHttpClient();

    private ProductProcess(Process process, String base) {
        this.process = process;
        this.base = base;
    }

    static ProductProcess start(Path jar, Path directory, String... more) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "--server.port=" + port,
                "--gebiedsmonitor.sample-data=false",
                "--gebiedsmonitor.patience=5m",
                "--gebiedsmonitor.data-dir=" + directory.resolve("data")));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
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

    /** Reads an answer to its end without keeping it, and counts its bytes. */
    long download(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
        HttpResponse<InputStream> answer = send(request, BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            long bytes = body.transferTo(OutputStream.nullOutputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.statusCode());
            }
            return bytes;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The bytes of all objects that are in use. */
    long liveHeap() throws IOException {
        Matcher total = TOTAL.matcher(jcmd("GC.class_histogram"));
        if (!total.find()) {
            throw new IllegalStateException("The heap says nothing of its use");
        }
        return Long.parseLong(total.group(1));
    }

    private String jcmd(String command) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        try (InputStream said = jcmd.getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        }
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

    HttpResponse<String> postJson(String path, String json) {
        return post(path, "application/json", BodyPublishers.ofString(json));
    }

    void delete(String path) {
        send(HttpRequest.newBuilder(URI.create(base + path)).DELETE().build());
    }

    /** The lines of an answer that goes on, as they come; close it to be done with it. */
    Stream<String> lines(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).build(), BodyHandlers.ofLines())
                .body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return http.send(request, body);
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
