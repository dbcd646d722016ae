package io.dovetail.lab.idp.check.line;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The call by which the service provider under check imports metadata.
 *
 * @param headers name to value, such as an authorization
 * @param template the body as JSON, in which {@code {metadata}} stands for the metadata inside a string
 */
public record MetadataImport(
        String method, URI address, List<Map.Entry<String, String>> headers, String template, Duration patience) {
    /** What stands for the metadata in a template. */
    public static final String GAP = "{metadata}";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** A 2xx has accepted the metadata, a 4xx has refused them. */
    Observation of(String metadata) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(template.replace(GAP, inString(metadata))));
        headers.forEach(header -> request.header(header.getKey(), header.getValue()));
        try {
            int status = CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
            return Observation.of(outcome(status), status + " → " + method + " " + address.getPath());
        } catch (IOException e) {
            return Observation.of(Outcome.FAULT, "no answer (" + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Outcome outcome(int status) {
        return switch (status / 100) {
            case 2 -> Outcome.ACCEPTED;
            case 4 -> Outcome.REFUSED;
            case 5 -> Outcome.FAULT;
            default -> Outcome.UNCLEAR;
        };
    }

    /** As JSON writes it between quotes (RFC 8259, 7). */
    private static String inString(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 64);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < ' ') {
                escaped.append(String.format("\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
