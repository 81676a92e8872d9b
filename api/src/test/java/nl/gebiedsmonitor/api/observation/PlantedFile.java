package nl.gebiedsmonitor.api.observation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A file in which faults are planted between good rows, and what a receipt must say of it. */
final class PlantedFile {

    /** A fault at a place, as a receipt names it. */
    record Named(long line, @Nullable String field, String rule) {}

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Named> planted = new ArrayList<>();
    private long line;
    private int kinds;
    private int good;
    private int rejected;

    /** Adds a line that is no row. */
    PlantedFile line(String text) {
        bytes.writeBytes(text.getBytes(UTF_8));
        bytes.write('\n');
        line++;
        return this;
    }

    PlantedFile good(String text) {
        good++;
        return line(text);
    }

    /** Adds a row with faults, each as its field and its rule with a space between; {@code -} for the whole line. */
    PlantedFile bad(String text, String... faults) {
        return bad(text.getBytes(UTF_8), faults);
    }

    PlantedFile bad(byte[] text, String... faults) {
        kinds++;
        rejected++;
        bytes.writeBytes(text);
        bytes.write('\n');
        line++;
        for (String fault : faults) {
            String[] parts = fault.split(" ", -1);
            planted.add(new Named(line, parts[0].equals("-") ? null : parts[0], parts[1]));
        }
        return this;
    }

    /** Adds a row that is at fault for what an earlier one says. */
    PlantedFile badAgain(String text, String fault) {
        kinds--;
        return bad(text, fault);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    List<Named> planted() {
        return planted;
    }

    /** How many different faults are in it. */
    int kinds() {
        return kinds;
    }

    int goodRows() {
        return good;
    }

    int rejectedRows() {
        return rejected;
    }

    /** The faults that an answer names, in its order. */
    static List<Named> named(Answer answer) {
        List<Named> named = new ArrayList<>();
        for (JsonNode error : answer.json().get("errors")) {
            named.add(new Named(
                    error.get("line").asLong(),
                    error.has("field") ? error.get("field").asString() : null,
                    error.get("rule").asString()));
        }
        return named;
    }
}
