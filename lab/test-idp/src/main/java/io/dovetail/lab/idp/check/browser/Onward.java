package io.dovetail.lab.idp.check.browser;

import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.signin.AuthnRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Where an answer leads: to the provider with a request, on by redirect or by a form that sends itself, or nowhere.
 *
 * @param isForm whether the address is to be posted to
 * @param fields of that form
 */
record Onward(Optional<Asked> asked, Optional<URI> address, boolean isForm, List<Map.Entry<String, String>> fields) {

    private static final String SENT_BY_A_PERSON =
            "button[name], textarea, select, input[type=text], input[type=password], input[type=email], input:not([type])";

    static Onward from(URI at, HttpResponse<String> response) {
        Optional<String> location = response.headers().firstValue("Location");
        if (response.statusCode() / 100 == 3 && location.isPresent()) {
            return redirect(at, location.get());
        }
        boolean isPage =
                response.headers().firstValue("Content-Type").orElse("").contains("html");
        return response.statusCode() == 200 && isPage ? page(at, response.body()) : nowhere();
    }

    /** A backslash is a slash to browsers. */
    private static Onward redirect(URI at, String location) {
        URI target;
        try {
            target = at.resolve(location.replace('\\', '/'));
        } catch (IllegalArgumentException noAddress) {
            return nowhere();
        }
        Map<String, String> query = query(target);
        return query.containsKey("SAMLRequest") ? asked(query, true) : to(target, false, List.of());
    }

    /** Only a page whose forms hold nothing for a person to fill in sends itself. */
    private static Onward page(URI at, String body) {
        Document page = Jsoup.parse(body);
        Element asking = page.selectFirst("form:has(input[name=SAMLRequest])");
        if (asking != null) {
            return asked(fields(asking), false);
        }
        List<Element> forms = page.select("form");
        boolean sendsItself = forms.size() == 1
                && forms.get(0).attr("method").equalsIgnoreCase("post")
                && forms.get(0).select(SENT_BY_A_PERSON).isEmpty()
                && !forms.get(0).select("input[type=hidden]").isEmpty();
        if (!sendsItself) {
            return nowhere();
        }
        Element form = forms.get(0);
        return to(
                at.resolve(form.attr("action")), true, List.copyOf(fields(form).entrySet()));
    }

    private static Onward asked(Map<String, String> fields, boolean isDeflated) {
        String value = fields.getOrDefault("SAMLRequest", "");
        try {
            AuthnRequest request = isDeflated ? AuthnRequest.fromRedirect(value) : AuthnRequest.fromPost(value);
            return new Onward(
                    Optional.of(new Asked(request, Optional.ofNullable(fields.get("RelayState")))),
                    Optional.empty(),
                    false,
                    List.of());
        } catch (Refused unreadable) {
            return nowhere();
        }
    }

    private static Onward to(URI address, boolean isForm, List<Map.Entry<String, String>> fields) {
        return new Onward(Optional.empty(), Optional.of(address), isForm, new ArrayList<>(fields));
    }

    private static Onward nowhere() {
        return new Onward(Optional.empty(), Optional.empty(), false, List.of());
    }

    private static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        return fields;
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> query = new LinkedHashMap<>();
        if (address.getRawQuery() == null) {
            return query;
        }
        for (String pair : address.getRawQuery().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
