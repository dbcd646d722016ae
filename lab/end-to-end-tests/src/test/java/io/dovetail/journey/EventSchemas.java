package io.dovetail.journey;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds what the running services publish against contracts/events. */
final class EventSchemas {
    private static final Path EVENTS = Path.of(System.getProperty("project.root"), "contracts/events");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private EventSchemas() {}

    /** @param type as in {@code ce_type}, like {@code dovetail.user-changed.v1} */
    static void require(String type, String data) {
        var errors = SCHEMAS.computeIfAbsent(type, EventSchemas::read).validate(data, InputFormat.JSON);
        if (!errors.isEmpty()) {
            throw new AssertionError(type + " is not as its schema says: " + errors);
        }
    }

    private static Schema read(String type) {
        try {
            var file = EVENTS.resolve(type.replaceFirst("^dovetail\\.", "") + ".schema.json");
            return REGISTRY.getSchema(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException("no schema for " + type, failure);
        }
    }
}
