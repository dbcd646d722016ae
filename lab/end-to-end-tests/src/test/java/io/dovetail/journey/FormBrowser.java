package io.dovetail.journey;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A browser without scripts: cookies by host, redirects, forms.
 *
 * <p>Like a real one it withholds every cookie from a POST that a page of another site sends ({@code SameSite=Lax}).
 */
final class FormBrowser {
    private static final int MOST_REDIRECTS = 20;
    private static final String COMPLETE = "/auth/complete";
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final boolean ofFrontend;

    FormBrowser() {
        this(false);
    }

    private FormBrowser(boolean ofFrontend) {
        this.ofFrontend = ofFrontend;
    }

    /**
     * The browser of somebody whose frontend is the app's own: it has the browser cookie from there, and the last
     * redirect, which brings the ticket, is not followed but shown.
     */
    static FormBrowser ofFrontend(String publicUrl) {
        var browser = new FormBrowser(true);
        var prefix = publicUrl.startsWith("https:") ? "__Host-" : "";
        browser.cookies
                .computeIfAbsent(URI.create(publicUrl).getHost(), host -> new LinkedHashMap<>())
                .put(prefix + "dovetail-browser", UUID.randomUUID() + "-" + UUID.randomUUID());
        return browser;
    }

    /** Follows redirects to the page that stays. */
    Page open(String address) {
        return follow(URI.create(address), request(URI.create(address)).GET(), true);
    }

    /** One answer, redirects not followed. */
    HttpResponse<String> peek(String address) {
        var uri = URI.create(address);
        return exchange(uri, request(uri).GET(), true);
    }

    /** Fills and sends the form that the selector finds; the fields given replace those that stand in it. */
    Page submit(Page page, String formSelector, Map<String, String> filled) {
        var form = page.require(formSelector);
        var fields = new LinkedHashMap<>(Page.fields(form));
        fields.putAll(filled);
        return submit(page, form, fields);
    }

    Page submit(Page page, String formSelector) {
        return submit(page, formSelector, Map.of());
    }

    /** While a page holds nothing but a form that a script would send (SAML's POST binding), sends it. */
    Page continueWhileAutomatic(Page page) {
        var current = page;
        for (var steps = 0; steps < 5 && isAutomatic(current); steps++) {
            current = submit(current, "form");
        }
        return current;
    }

    private static boolean isAutomatic(Page page) {
        return page.has("form input[name=SAMLResponse]") || page.has("form input[name=SAMLRequest]");
    }

    private Page submit(Page page, Element form, Map<String, String> fields) {
        var action = form.attr("action");
        var target = action.isEmpty() ? page.address() : page.address().resolve(action);
        var body = encode(fields);
        if (!"post".equalsIgnoreCase(form.attr("method"))) {
            return open(target + "?" + body);
        }
        var sameSite = target.getHost().equals(page.address().getHost());
        var post = request(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Origin",
                        page.address().getScheme() + "://" + page.address().getRawAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return follow(target, post, sameSite);
    }

    private Page follow(URI address, HttpRequest.Builder request, boolean withCookies) {
        var response = exchange(address, request, withCookies);
        var current = address;
        for (var redirects = 0; isRedirect(response); redirects++) {
            if (redirects == MOST_REDIRECTS) {
                throw new AssertionError("redirected in circles, last to " + current);
            }
            current = current.resolve(response.headers().firstValue("Location").orElseThrow());
            if (ofFrontend && COMPLETE.equals(current.getPath())) {
                break;
            }
            response = exchange(current, request(current).GET(), true);
        }
        return new Page(
                current, response.statusCode(), response.headers(), Jsoup.parse(response.body(), current.toString()));
    }

    private static boolean isRedirect(HttpResponse<String> response) {
        return response.statusCode() / 100 == 3
                && response.headers().firstValue("Location").isPresent();
    }

    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Accept", "text/html");
    }

    /** What the browser would send to this address in its Cookie header; empty if it has none for it. */
    String cookies(String address) {
        return cookies.getOrDefault(URI.create(address).getHost(), Map.of()).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> exchange(URI address, HttpRequest.Builder request, boolean withCookies) {
        var jar = cookies.computeIfAbsent(address.getHost(), host -> new LinkedHashMap<>());
        if (withCookies && !jar.isEmpty()) {
            request.header("Cookie", cookies(address.toString()));
        }
        var response = Http.send(request);
        response.headers().allValues("Set-Cookie").forEach(cookie -> keep(jar, cookie));
        return response;
    }

    private static void keep(Map<String, String> jar, String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        var gone = pair[1].isEmpty()
                || setCookie.toLowerCase(java.util.Locale.ROOT).contains("max-age=0");
        if (gone) {
            jar.remove(pair[0].strip());
        } else {
            jar.put(pair[0].strip(), pair[1]);
        }
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
