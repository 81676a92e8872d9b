package nl.gebiedsmonitor.api.observation.writing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/** Reads JSON-stat with the toolkit of its author. */
final class JsonStatReader implements AutoCloseable {

    private static final String DIMENSIONS = "(indicator, gebied, period) => ({indicator, gebied, period})";

    private final Context context = Context.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    private final Value dataset;
    private final Value dimensions;

    JsonStatReader(String json) {
        context.eval("js", toolkit());
        dataset = context.eval("js", "text => JSONstat(JSON.parse(text))").execute(json);
        dimensions = context.eval("js", DIMENSIONS);
    }

    private static String toolkit() {
        try (InputStream in =
                Objects.requireNonNull(JsonStatReader.class.getResourceAsStream("/jsonstat-toolkit/iife.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String label() {
        return dataset.getMember("label").asString();
    }

    /** How many cells there are. */
    int cells() {
        return dataset.getMember("n").asInt();
    }

    /** The codes of a dimension, in order. */
    List<String> codes(String dimension) {
        Value ids = dataset.invokeMember("Dimension", dimension).getMember("id");
        return java.util.stream.LongStream.range(0, ids.getArraySize())
                .mapToObj(place -> ids.getArrayElement(place).asString())
                .toList();
    }

    String label(String dimension, String code) {
        return category(dimension, code).getMember("label").asString();
    }

    /** What the unit of an indicator says under a name. */
    Value unit(String indicator, String name) {
        return category("indicator", indicator).getMember("unit").getMember(name);
    }

    /** The role of a dimension. */
    String role(String dimension) {
        return dataset.invokeMember("Dimension", dimension).getMember("role").asString();
    }

    private Value category(String dimension, String code) {
        return dataset.invokeMember("Dimension", dimension).invokeMember("Category", code);
    }

    @Nullable
    Double value(String indicator, String gebied, String period) {
        Value value = cell(indicator, gebied, period).getMember("value");
        return value.isNull() ? null : value.asDouble();
    }

    @Nullable
    String status(String indicator, String gebied, String period) {
        Value status = cell(indicator, gebied, period).getMember("status");
        return status == null || status.isNull() ? null : status.asString();
    }

    private Value cell(String indicator, String gebied, String period) {
        return dataset.invokeMember("Data", dimensions.execute(indicator, gebied, period));
    }

    @Override
    public void close() {
        context.close();
    }
}
