package io.dovetail.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A history of contracts/histories, against what a company's services told just now. */
final class Recording {
    private static final Path FOLDER = Path.of(System.getProperty("project.root"), "contracts/histories");
    private final Path file;

    Recording(String name) {
        this.file = FOLDER.resolve(name + ".jsonl");
    }

    /** With {@code -Drecord=true} writes what was told; else fails if another kind of story was told. */
    void compare(List<JsonNode> told) {
        if (Boolean.getBoolean("record")) {
            write(told);
        }
        var recorded = kinds(read());
        var now = kinds(told);
        if (!recorded.equals(now)) {
            throw new AssertionError("The journey tells another story than " + file + ": recorded " + recorded
                    + ", now " + now + ". If that is meant, record it anew with -Drecord=true.");
        }
    }

    /** How often somebody tried again differs each time: only what was told at all counts. */
    private static Set<String> kinds(List<JsonNode> events) {
        var kinds = new TreeSet<String>();
        events.forEach(event -> kinds.add(event.get("type").asText()));
        return kinds;
    }

    private List<JsonNode> read() {
        try {
            return Files.readAllLines(file).stream().map(Recording::json).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(List<JsonNode> events) {
        try {
            Files.createDirectories(FOLDER);
            Files.write(file, events.stream().map(JsonNode::toString).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode json(String line) {
        try {
            return Api.JSON.readTree(line);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }
}
