package io.dovetail.lab.idp.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/** What a request gets. */
public record Answer(int status, String contentType, String body, Map<String, String> headers) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A page. */
    public static Answer html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page);
    }

    /** A value as JSON. */
    public static Answer json(int status, Object value) {
        return json(status, "application/json", value);
    }

    /** Why a call for JSON was refused (RFC 9457). */
    public static Answer problem(int status, String detail) {
        return json(status, "application/problem+json", Map.of("status", status, "detail", detail));
    }

    /** XML or any other text. */
    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, contentType, body, Map.of());
    }

    /** Go there with GET. */
    public static Answer seeOther(String location) {
        return of(303, "text/plain; charset=utf-8", "").with("Location", location);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, body, more);
    }

    private static Answer json(int status, String contentType, Object value) {
        try {
            return of(status, contentType, JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer has no JSON form", e);
        }
    }
}
