package io.dovetail.lab.idp.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** Takes every exchange of the server: reads it, has it answered, turns refusals into pages or problems. */
public final class Front implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(Front.class.getName());

    /** No form-action: the response is posted to whichever SP has been registered. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Routes routes;

    public Front(Routes routes) {
        this.routes = routes.on("GET", "/assets/send.js", request -> asset("send.js", "text/javascript"))
                .on("GET", "/assets/page.css", request -> asset("page.css", "text/css"))
                .on("GET", "/assets/icon.svg", request -> asset("icon.svg", "image/svg+xml"));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        boolean wantsHtml =
                String.valueOf(exchange.getRequestHeaders().getFirst("Accept")).contains("text/html");
        try {
            return routes.answer(Request.of(exchange));
        } catch (Refused e) {
            LOG.log(Level.INFO, "refused status={0} detail={1}", e.status(), e.getMessage());
            return refusal(wantsHtml, e.status(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a request failed", e);
            return refusal(wantsHtml, 500, "The test identity provider failed; its log says why.");
        }
    }

    private static Answer refusal(boolean wantsHtml, int status, String detail) {
        return wantsHtml
                ? Answer.html(status, Html.page("This did not work", "<p>" + Html.escape(detail) + "</p>"))
                : Answer.problem(status, detail);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.contentType());
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        answer.headers().forEach(headers::set);
        Answer.Content content = answer.content();
        // Here 0 means "until it ends" and -1 means "nothing"
        long length = content.length() == Answer.Content.UNKNOWN ? 0 : content.length() == 0 ? -1 : content.length();
        exchange.sendResponseHeaders(answer.status(), length);
        if (length >= 0) {
            content.writing().to(exchange.getResponseBody());
        }
    }

    private static Answer asset(String name, String contentType) {
        try (InputStream in = Front.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The asset is missing: " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Answer.of(200, contentType + "; charset=utf-8", text);
        } catch (IOException e) {
            throw new IllegalStateException("The asset could not be read: " + name, e);
        }
    }
}
