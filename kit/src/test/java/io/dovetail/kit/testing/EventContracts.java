package io.dovetail.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What contracts/events says about an event. */
public final class EventContracts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventContracts() {}

    /** The schema holds, and the fields are exactly the sample's. */
    public static void assertKept(String name, JsonNode event) {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(name + ".v1.schema.json"));

        var errors = schema.validate(event.toString(), InputFormat.JSON);

        assertTrue(errors.isEmpty(), name + errors);
        assertEquals(fields(read(name + ".v1.sample.json")), fields(event), name);
    }

    /** A file of contracts/events. */
    public static JsonNode read(String file) {
        try (var stream = EventContracts.class.getResourceAsStream("/contracts/events/" + file)) {
            return JSON.readTree(Objects.requireNonNull(stream, file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> fields(JsonNode node) {
        var names = new TreeSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
