package io.dovetail.lab.idp.check.browser;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * How far a browser came.
 *
 * @param end the address of the last page, or the one that was not opened any more
 * @param body the last page
 * @param asked the request that the trail ended in, if it ended at the provider
 * @param failure why there was no answer, if there was none
 */
public record Trail(List<Hop> hops, URI end, String body, Optional<Asked> asked, Optional<Failure> failure) {

    private static final int LONGEST_TEXT = 120;

    /**
     * Why there was no answer.
     *
     * @param isOverTooLongABody the connection was closed while a body of more than a mebibyte was being sent, which is
     *     how a server may refuse it (RFC 9110 15.5.14)
     */
    public record Failure(String words, boolean isOverTooLongABody) {}

    public Trail {
        hops = List.copyOf(hops);
    }

    /** Of the last answer; 0 when there was none. */
    public int status() {
        return hops.isEmpty() ? 0 : hops.get(hops.size() - 1).status();
    }

    /** Whether the last address was only named by a redirect. */
    public boolean endsUnopened() {
        return hops.isEmpty() || !hops.get(hops.size() - 1).address().equals(end);
    }

    /** In a line of text, without anything secret or random. */
    public String words() {
        String statuses = hops.stream().map(hop -> String.valueOf(hop.status())).collect(Collectors.joining(" → "));
        if (failure.isPresent()) {
            return (statuses.isEmpty() ? "" : statuses + " → ") + failure.get().words();
        }
        if (asked.isPresent()) {
            return statuses + " → a new request to the provider";
        }
        return statuses + (endsUnopened() ? " → " : " at ") + plain(end) + (endsUnopened() ? "" : text());
    }

    private String text() {
        Document page = Jsoup.parse(body);
        String said = page.title().isBlank()
                ? page.text()
                : page.title() + ": " + page.body().text();
        String bounded = said.length() > LONGEST_TEXT ? said.substring(0, LONGEST_TEXT) + "…" : said;
        return bounded.isBlank() ? "" : " “" + bounded + "”";
    }

    /** The path and the names of its parameters; hosts, values and long random parts are left out. */
    private static String plain(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String shortened = path.replaceAll("[A-Za-z0-9_~.-]{24,}", "…");
        String query = address.getRawQuery();
        return query == null ? shortened : shortened + "?" + query.replaceAll("=[^&]*", "=…");
    }
}
