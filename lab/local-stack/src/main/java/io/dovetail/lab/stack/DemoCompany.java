package io.dovetail.lab.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A company to try the product with, made the way an operator makes one: one call, one mail, one password. */
final class DemoCompany {
    private static final String EMAIL = "admin@demo.example";
    private static final String PASSWORD = "demo password 2026";
    private static final Pattern TOKEN = Pattern.compile("/password/([A-Za-z0-9_-]{20,})");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String app;
    private final String mailbox;
    private final String testIdp;
    private final String operatorKey;
    private final StackOptions options;

    DemoCompany(String app, String mailbox, String testIdp, String operatorKey, StackOptions options) {
        this.app = app;
        this.mailbox = mailbox;
        this.testIdp = testIdp;
        this.operatorKey = operatorKey;
        this.options = options;
    }

    /** Makes the company, unless the data folder has it from an earlier start, and its application at test-idp. */
    Map<String, String> seed() {
        try {
            Path kept = options.data().resolve("demo-company");
            if (!Files.exists(kept)) {
                Files.writeString(kept, register());
            }
            var companyId = Files.readString(kept);
            var demo = new LinkedHashMap<String, String>();
            demo.put("companyId", companyId);
            demo.put("email", EMAIL);
            demo.put("password", PASSWORD);
            demo.put("idpMetadataUrl", application(companyId));
            return demo;
        } catch (IOException failure) {
            throw new UncheckedIOException("the demo company was not made", failure);
        }
    }

    private String register() throws IOException {
        var created = post(
                app + "/api/companies",
                Map.of(
                        "name",
                        "Demo Works",
                        "domains",
                        List.of("demo.example"),
                        "singleSignOn",
                        "ALLOWED",
                        "admin",
                        Map.of("email", EMAIL, "firstName", "Dana", "lastName", "Demo")));
        post(app + "/api/password-resets/" + awaitToken(), Map.of("password", PASSWORD));
        return created.get("companyId").asText();
    }

    private String application(String companyId) throws IOException {
        post(testIdp + "/people", Map.of("username", "dana", "firstName", "Dana", "lastName", "Demo"));
        var application = Map.of(
                "name",
                "Demo Works",
                "idpEntityId",
                companyId,
                "spEntityId",
                options.publicUrl(),
                "acsUrl",
                options.publicUrl() + "/auth/saml/" + companyId);
        return post(testIdp + "/applications", application).get("metadataUrl").asText();
    }

    private String awaitToken() throws IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var mails = send(HttpRequest.newBuilder(URI.create(mailbox + "?to=" + EMAIL)));
            var token = TOKEN.matcher(mails.body());
            if (token.find()) {
                return token.group(1);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new IllegalStateException("no mail came to " + EMAIL);
    }

    private JsonNode post(String address, Map<String, ?> body) throws IOException {
        var answer = send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header("X-Operator-Key", operatorKey)
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body))));
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(address + " answered " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
