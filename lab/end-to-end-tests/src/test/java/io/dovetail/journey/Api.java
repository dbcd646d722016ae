package io.dovetail.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** JSON calls to one base address with the same headers each time. */
record Api(String base, Map<String, String> headers) {
    static final ObjectMapper JSON = new ObjectMapper();

    static Api of(String base) {
        return new Api(base, Map.of());
    }

    Api with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(base, more);
    }

    Api bearing(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    Answer put(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    Answer patch(String path, Object body) {
        return send("PATCH", path, "application/json", text(body));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** The body as it is, whatever the type says. */
    Answer send(String method, String path, String type, String body) {
        return send(
                request(path).header("Content-Type", type).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** An answer, and what the test expects of it. */
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String type() {
            return response.headers().firstValue("Content-Type").orElse("").split(";")[0];
        }

        String location() {
            return response.headers().firstValue("Location").orElse("");
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (JsonProcessingException notJson) {
                throw new AssertionError("not JSON: " + this, notJson);
            }
        }

        Answer expect(int status) {
            if (response.statusCode() != status) {
                throw new AssertionError("expected " + status + ", got " + this);
            }
            return this;
        }

        @Override
        public String toString() {
            return status() + " " + response.uri() + " " + response.body();
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::header);
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        return new Answer(Http.send(request));
    }

    private static String text(Object body) {
        try {
            return body instanceof String text ? text : JSON.writeValueAsString(body);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException(notJson);
        }
    }
}
