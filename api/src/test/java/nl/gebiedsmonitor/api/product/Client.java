package nl.gebiedsmonitor.api.product;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the product that knows HTTP and JSON and nothing else. */
public final class Client {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Of what is not read, in bytes. */
    private static final int LEAST_BUFFER = 4_096;

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    /** An answer. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        public long position() {
            return Long.parseLong(header("Event-Position").orElseThrow());
        }

        /** Where the next page is. */
        public Optional<String> next() {
            return header("Link").map(NEXT::matcher).filter(Matcher::find).map(found -> found.group(1));
        }
    }

    /** Reads a text of JSON. */
    public static JsonNode read(String text) {
        return JSON.readTree(text);
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String base;

    public Client(String base) {
        this.base = base;
    }

    /** Asks, and reads nothing of the answer until the socket is closed. */
    public Socket getAndStall(String path) {
        try {
            URI uri = URI.create(base);
            Socket socket = new Socket();
            socket.setReceiveBufferSize(LEAST_BUFFER);
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + uri.getHost() + "\r\n\r\n").getBytes(US_ASCII));
            return socket;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Asks, with headers as name and value in turn. */
    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Asks for an answer that goes on, and reads its lines as they come; close it to be done with it. */
    public Stream<String> lines(String path, String... headers) {
        HttpResponse<Stream<String>> answer = send(request(path, headers).GET(), BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " is answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** The body of a good answer, as it is. */
    public byte[] bytes(String path, String... headers) {
        HttpResponse<byte[]> answer = send(request(path, headers).GET(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " is answered " + answer.statusCode());
        }
        return answer.body();
    }

    public Answer post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    public Answer put(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    public Answer post(String path, String contentType, BodyPublisher body, String... headers) {
        return send(request(path, headers).header("Content-Type", contentType).POST(body));
    }

    /** Sends something out of the ordinary. */
    public Answer method(String method, String path, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
                .timeout(Duration.ofMinutes(2));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        return new Answer(send(request, BodyHandlers.ofString()));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
