package nl.gebiedsmonitor.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A reader of a stream of Server-Sent Events, as the HTML standard has it; {@code ""} stands for its end. */
final class StreamReader implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final BlockingQueue<String> blocks = new LinkedBlockingQueue<>();
    private final Stream<String> lines;
    private volatile boolean cut;

    private StreamReader(Stream<String> lines) {
        this.lines = lines;
        Thread.ofVirtual().start(this::read);
    }

    /** Opens a stream, with headers as name and value in turn. */
    static StreamReader open(URI stream, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(stream).header("Accept", "text/event-stream");
            if (headers.length > 0) {
                request.headers(headers);
            }
            HttpResponse<Stream<String>> response = HTTP.send(request.build(), BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            return new StreamReader(response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void read() {
        List<String> block = new ArrayList<>();
        try {
            lines.forEach(line -> {
                if (line.isEmpty()) {
                    blocks.add(String.join("\n", block));
                    block.clear();
                } else {
                    block.add(line);
                }
            });
        } catch (UncheckedIOException broken) {
            cut = true;
        }
        blocks.add("");
    }

    /** The next block that is wanted; those before it are dropped. */
    String next(Predicate<String> wanted) {
        try {
            String block = blocks.poll(60, TimeUnit.SECONDS);
            while (block != null && !wanted.test(block)) {
                block = blocks.poll(60, TimeUnit.SECONDS);
            }
            assertThat(block).as("a block of the stream").isNotNull();
            return block;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Whether the stream, when it has come to its end, was broken off rather than ended. */
    boolean wasCut() {
        return cut;
    }

    /** The next event, or the end. */
    String nextEvent() {
        return next(block -> block.isEmpty() || block.contains("\ndata: "));
    }

    /** The positions of the next events, up to one with such a position. */
    List<Long> positionsUpTo(long last) {
        List<Long> positions = new ArrayList<>();
        while (positions.isEmpty() || positions.getLast() < last) {
            positions.add(id(nextEvent()));
        }
        return positions;
    }

    static long id(String block) {
        assertThat(block).startsWith("id: ");
        return Long.parseLong(block.lines().findFirst().orElseThrow().substring("id: ".length()));
    }

    @Override
    public void close() {
        lines.close();
    }
}
