package io.dovetail.lab.bench.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** What {@code ./run} started, as {@code .run/stack.json} says. */
record RunningStack(Path file) {

    String publicUrl() {
        return read().get("publicUrl").asText();
    }

    /** companyId, email, password. */
    String demo(String key) {
        return read().get("demo").get(key).asText();
    }

    long pid(String part) {
        return read().get("pids").get(part).asLong();
    }

    /** @param act kill or start */
    void control(String part, String act) {
        var answer = new Http(read().get("controlUrl").asText()).json("POST", "/parts/" + part + "/" + act, Map.of());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the stack did not " + act + " " + part);
        }
    }

    private JsonNode read() {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException("no stack runs: start one by ./run --detach", failure);
        }
    }
}
