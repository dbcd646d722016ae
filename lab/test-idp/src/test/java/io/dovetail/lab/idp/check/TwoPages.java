package io.dovetail.lab.idp.check;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The one form of a service provider's page and the one of a provider's page, sent by hand. */
final class TwoPages {

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** Where the service provider leads in the end. */
    String signIn(String start, String ssoUrl) throws IOException, InterruptedException {
        HttpResponse<String> asking =
                client.send(HttpRequest.newBuilder(URI.create(start)).build(), BodyHandlers.ofString());
        HttpResponse<String> answering = submit(form(asking), ssoUrl);
        Element answer = form(answering);
        return submit(answer, answer.attr("action"))
                .headers()
                .firstValue("Location")
                .orElse("nowhere");
    }

    private static Element form(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).expectFirst("form");
    }

    private HttpResponse<String> submit(Element form, String address) throws IOException, InterruptedException {
        String body = form.select("input[name]").stream()
                .map(input -> input.attr("name") + "=" + URLEncoder.encode(input.attr("value"), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
