package io.dovetail.console.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.jboss.logging.Logger;

/** The REST calls of the services, made on behalf of a browser, whose address goes with them. */
@ApplicationScoped
public class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Logger LOG = Logger.getLogger(Api.class);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private final ObjectMapper json;
    private final ServiceAddresses addresses;
    private final BrowserAddress browser;

    Api(ObjectMapper json, ConsoleConfig config, BrowserAddress browser) {
        this.json = json;
        this.addresses = new ServiceAddresses(config.console().apiUrl());
        this.browser = browser;
    }

    /** What a call answered; the body is an object without fields when there was none. */
    public record Answer(int status, JsonNode body) {

        public boolean ok() {
            return status / 100 == 2;
        }

        public String text(String field) {
            return body.path(field).asText("");
        }

        /** The last part of the problem's type, such as {@code not-linked}. */
        public String problem() {
            var type = text("type");
            return type.substring(type.lastIndexOf('/') + 1);
        }

        /** What the person can do next, field by field where the services name them. */
        public String advice() {
            var fields = new ArrayList<String>();
            for (var error : body.path("errors")) {
                fields.add(error.path("field").asText("") + " "
                        + error.path("detail").asText(""));
            }
            if (!fields.isEmpty()) {
                return "Please correct: " + String.join("; ", fields) + ".";
            }
            return text("detail").isBlank() ? "This did not work. Please try again." : text("detail");
        }

        /** What happened and what to do next, in one line above a form. */
        public String message() {
            var title = text("title");
            return title.isBlank() || body.path("errors").size() > 0 ? advice() : title + ". " + advice();
        }

        /** The answer, if it is a good one. */
        public Answer orProblem() {
            if (!ok()) {
                throw new ProblemPage(status, text("title"), advice());
            }
            return this;
        }
    }

    public Answer get(String path, Map<String, String> headers) {
        return send("GET", path, headers, HttpRequest.BodyPublishers.noBody());
    }

    public Answer delete(String path, Map<String, String> headers) {
        return send("DELETE", path, headers, HttpRequest.BodyPublishers.noBody());
    }

    public Answer send(String method, String path, Map<String, String> headers, Object body) {
        try {
            return send(method, path, headers, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Answer send(String method, String path, Map<String, String> headers, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(addresses.of(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .method(method, body);
        headers.forEach(request::header);
        browser.find().ifPresent(address -> request.header("X-Forwarded-For", address));
        try {
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer(response.statusCode(), read(response.body()));
        } catch (IOException away) {
            LOG.warnf(away, "the services cannot be reached address=%s", addresses.apiUrl());
            throw ProblemPage.away();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ProblemPage.away();
        }
    }

    /** Failures of a service are one thing to the browser: nothing can be done now. */
    private static Answer answer(int status, JsonNode body) {
        if (status / 100 != 2 && status / 100 != 4) {
            LOG.warnf("a service failed status=%d", status);
            throw ProblemPage.away();
        }
        return new Answer(status, body);
    }

    private JsonNode read(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
