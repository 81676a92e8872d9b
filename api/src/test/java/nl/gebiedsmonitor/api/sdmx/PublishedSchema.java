package nl.gebiedsmonitor.api.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import nl.gebiedsmonitor.api.product.Client;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of SDMX-JSON 2.0 as they were published. They name no dialect that can be looked up; they are of draft 7. */
enum PublishedSchema {
    DATA("data"),
    STRUCTURE("structure");

    private final String name;

    PublishedSchema(String name) {
        this.name = name;
    }

    void assertValid(String message) {
        String file = "/sdmx/sdmx-json-" + name + "-schema.json";
        try (InputStream in = Objects.requireNonNull(PublishedSchema.class.getResourceAsStream(file), file)) {
            ObjectNode schema = (ObjectNode) JsonMapper.shared().readTree(in);
            schema.remove("$schema");
            schema.remove("id");
            schema.remove("$id");
            Schema read = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema);
            assertThat(read.validate(Client.read(message))).isEmpty();
            assertThat(read.validate(Client.read("{\"meta\":{}}")))
                    .as("the schema refuses something")
                    .isNotEmpty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
