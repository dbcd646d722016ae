package io.dovetail.lab.idp.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, read whole and bounded.
 *
 * @param path decoded, without the query
 * @param query as it came, or empty
 * @param parameters of the query and, for a form, of the body
 */
public record Request(
        String method,
        String path,
        String contentType,
        String query,
        Map<String, List<String>> parameters,
        Map<String, String> cookies,
        String body) {

    /** Two mebibytes: an SP's metadata or a request of one mebibyte, in base64. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final int MOST_DROPPED = 32 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded";

    static Request of(HttpExchange exchange) throws IOException {
        String body = body(exchange.getRequestBody());
        String contentType = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        Map<String, List<String>> parameters = new HashMap<>();
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        decode(query, parameters);
        if (contentType.startsWith(FORM)) {
            decode(body, parameters);
        }
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                contentType,
                query,
                parameters,
                cookies(exchange.getRequestHeaders().get("Cookie")),
                body);
    }

    public boolean isForm() {
        return contentType.startsWith(FORM);
    }

    /** A parameter that stands there at most once. */
    public Optional<String> find(String parameter) {
        List<String> values = parameters.getOrDefault(parameter, List.of());
        if (values.size() > 1) {
            throw Refused.malformed("The parameter " + parameter + " stands there more than once.");
        }
        return values.stream().findFirst();
    }

    /** A parameter with text in it; blank counts as missing. */
    public @Nullable String text(String parameter) {
        return find(parameter).filter(value -> !value.isBlank()).orElse(null);
    }

    /** The JSON body. */
    public <T> T json(Class<T> type) {
        try {
            T value = JSON.readValue(body, type);
            if (value == null) {
                throw Refused.malformed("The body is null.");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw Refused.malformed("The body is not the JSON that is expected here: " + e.getOriginalMessage());
        }
    }

    /** Part of what is too much is read and dropped, so that the sender listens to the refusal. */
    private static String body(InputStream in) throws IOException {
        byte[] body = in.readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            long dropped = 0;
            for (int n = in.read(body); n >= 0 && dropped < MOST_DROPPED; n = in.read(body)) {
                dropped += n;
            }
            throw new Refused(413, "The body is larger than " + MOST_BYTES + " bytes.");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private static void decode(String encoded, Map<String, List<String>> into) {
        if (encoded.isEmpty()) {
            return;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            into.computeIfAbsent(decode(name), unused -> new ArrayList<>()).add(decode(value));
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("A parameter is not percent-encoded as it should be.");
        }
    }

    private static Map<String, String> cookies(@Nullable List<String> headers) {
        Map<String, String> cookies = new HashMap<>();
        if (headers == null) {
            return cookies;
        }
        for (String header : headers) {
            for (String cookie : header.split(";", -1)) {
                int equals = cookie.indexOf('=');
                if (equals > 0) {
                    cookies.putIfAbsent(
                            cookie.substring(0, equals).strip(),
                            cookie.substring(equals + 1).strip());
                }
            }
        }
        return cookies;
    }
}
