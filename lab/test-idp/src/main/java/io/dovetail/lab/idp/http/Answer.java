package io.dovetail.lab.idp.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a request gets. */
public record Answer(int status, String contentType, Content content, Map<String, String> headers) {

    /**
     * The body.
     *
     * @param length in bytes; {@link #UNKNOWN} where it is written until it ends
     */
    public record Content(long length, Writing writing) {
        public static final long UNKNOWN = -1;
    }

    /** Writes a body; whoever reads may hang up at any time. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

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
        return bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes as they are. */
    public static Answer bytes(int status, String contentType, byte[] body) {
        return new Answer(status, contentType, new Content(body.length, out -> out.write(body)), Map.of());
    }

    /** A body whose length nobody is told. */
    public static Answer written(int status, String contentType, Writing writing) {
        return new Answer(status, contentType, new Content(Content.UNKNOWN, writing), Map.of());
    }

    /** Go there with GET. */
    public static Answer seeOther(String location) {
        return of(303, "text/plain; charset=utf-8", "").with("Location", location);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, content, more);
    }

    private static Answer json(int status, String contentType, Object value) {
        try {
            return of(status, contentType, JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answer has no JSON form", e);
        }
    }
}
