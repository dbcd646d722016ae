package io.dovetail.lab.idp.check.browser;

import io.dovetail.lab.idp.check.browser.Trail.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One person's browser: it keeps cookies, follows redirects and forms that send themselves, and gives up in time. */
public final class Browser {

    /** Redirects and forms together. */
    public static final int MOST_HOPS = 20;

    private static final long LONG_BODY = 1024 * 1024;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(Redirect.NEVER)
            .build();

    private final Cookies cookies;
    private final Duration patience;
    private final Predicate<URI> arrived;

    /**
     * A browser without cookies.
     *
     * @param patience for one answer
     * @param arrived the addresses that end the way before they are opened
     */
    public Browser(Duration patience, Predicate<URI> arrived) {
        this(new Cookies(), patience, arrived);
    }

    private Browser(Cookies cookies, Duration patience, Predicate<URI> arrived) {
        this.cookies = cookies;
        this.patience = patience;
        this.arrived = arrived;
    }

    /** Another window with the same cookies, from which on each keeps its own. */
    public Browser copy() {
        return new Browser(cookies.copy(), patience, arrived);
    }

    /** Whether some answer has set a cookie of that name. */
    public boolean hasCookie(String name) {
        return cookies.has(name);
    }

    public Trail open(URI address) {
        return follow(address, HttpRequest.newBuilder(address).GET(), MOST_HOPS);
    }

    /** Sends a form; names may stand there more than once. */
    public Trail post(URI address, List<Map.Entry<String, String>> fields) {
        return follow(address, form(address, fields), MOST_HOPS);
    }

    /** Sends a form and goes nowhere from its answer. */
    public Trail postAndStay(URI address, List<Map.Entry<String, String>> fields) {
        return follow(address, form(address, fields), 1);
    }

    /** Sends a body of any kind. */
    public Trail post(URI address, String contentType, String body) {
        return follow(address, posting(address, contentType, body), MOST_HOPS);
    }

    /** Fields as a query or as the body of a form. */
    public static String encode(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static HttpRequest.Builder form(URI address, List<Map.Entry<String, String>> fields) {
        return posting(address, "application/x-www-form-urlencoded", encode(fields));
    }

    private static HttpRequest.Builder posting(URI address, String contentType, String body) {
        return HttpRequest.newBuilder(address)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body));
    }

    private Trail follow(URI first, HttpRequest.Builder firstRequest, int most) {
        List<Hop> hops = new ArrayList<>();
        URI address = first;
        HttpRequest.Builder request = firstRequest;
        while (true) {
            Answered answered = answer(address, request);
            if (answered.failure().isPresent()) {
                return new Trail(hops, address, "", Optional.empty(), answered.failure());
            }
            HttpResponse<String> response = answered.response().orElseThrow();
            hops.add(new Hop(response.request().method(), address, response.statusCode()));
            Onward onward = Onward.from(address, response);
            if (onward.asked().isPresent()) {
                return new Trail(hops, address, response.body(), onward.asked(), Optional.empty());
            }
            Optional<URI> next = onward.address();
            if (next.isEmpty() || !isOfTheWeb(next.get())) {
                return new Trail(hops, next.orElse(address), response.body(), Optional.empty(), Optional.empty());
            }
            if (hops.size() >= most || arrived.test(next.get())) {
                return new Trail(hops, next.get(), response.body(), Optional.empty(), Optional.empty());
            }
            address = next.get();
            request = onward.isForm()
                    ? form(address, onward.fields())
                    : HttpRequest.newBuilder(address).GET();
        }
    }

    /** Hosts under example.org are never opened: they stand for wherever an attacker wants the browser to go. */
    private static boolean isOfTheWeb(URI address) {
        String scheme = String.valueOf(address.getScheme());
        String host = address.getHost();
        return (scheme.equals("http") || scheme.equals("https")) && host != null && !host.endsWith("example.org");
    }

    private record Answered(Optional<HttpResponse<String>> response, Optional<Failure> failure) {
        static Answered not(String words, boolean isOverTooLongABody) {
            return new Answered(Optional.empty(), Optional.of(new Failure(words, isOverTooLongABody)));
        }
    }

    private Answered answer(URI address, HttpRequest.Builder request) {
        request.header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        cookies.of(address).ifPresent(value -> request.header("Cookie", value));
        CompletableFuture<HttpResponse<String>> coming = CLIENT.sendAsync(request.build(), BodyHandlers.ofString());
        try {
            HttpResponse<String> response = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            cookies.keep(address, response.headers());
            return new Answered(Optional.of(response), Optional.empty());
        } catch (TimeoutException e) {
            coming.cancel(true);
            return Answered.not("no answer within " + patience.toSeconds() + " s", false);
        } catch (ExecutionException e) {
            return unanswered(e, length(request.build()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Answered unanswered(ExecutionException e, long length) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        boolean isLost = cause instanceof IOException;
        String words = isLost ? "connection lost (" + cause.getClass().getSimpleName() + ")" : cause.toString();
        return Answered.not(words, isLost && length > LONG_BODY);
    }

    private static long length(HttpRequest request) {
        return request.bodyPublisher().map(BodyPublisher::contentLength).orElse(0L);
    }
}
