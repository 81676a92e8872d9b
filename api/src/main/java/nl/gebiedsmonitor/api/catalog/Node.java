package nl.gebiedsmonitor.api.catalog;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node of a JSON-LD graph under construction: its properties in the order in which they are stated. */
final class Node {

    private final Map<String, Object> properties = new LinkedHashMap<>();

    private Node() {}

    static Node of(String id, String... types) {
        Node node = unnamed(types);
        node.properties.put("@id", id);
        return node;
    }

    static Node unnamed(String... types) {
        Node node = new Node();
        node.properties.put("@type", List.of(types));
        return node;
    }

    /** A text in Dutch and in English. */
    Node texts(String property, String nl, String en) {
        properties.put(
                property, List.of(Map.of("@language", "nl", "@value", nl), Map.of("@language", "en", "@value", en)));
        return this;
    }

    Node text(String property, String text) {
        properties.put(property, text);
        return this;
    }

    /** A text of a datatype, such as {@code xsd:date}. */
    Node typed(String property, String type, Object value) {
        properties.put(property, Map.of("@type", type, "@value", value.toString()));
        return this;
    }

    /** A reference to what has a name. */
    Node link(String property, String id) {
        properties.put(property, Map.of("@id", id));
        return this;
    }

    Node links(String property, List<String> ids) {
        properties.put(property, ids.stream().map(id -> Map.of("@id", id)).toList());
        return this;
    }

    Node nodes(String property, List<Node> nodes) {
        properties.put(property, new ArrayList<>(nodes));
        return this;
    }

    Node node(String property, Node node) {
        properties.put(property, node);
        return this;
    }

    @JsonValue
    Map<String, Object> properties() {
        return properties;
    }
}
