package io.dovetail.console.users;

import io.dovetail.console.web.Html;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Which people the page shows.
 *
 * @param filter one of {@link #FILTERS}
 * @param q part of an address or a name; empty for everybody
 * @param cursor where the page begins; empty for the first
 */
public record Selection(String filter, String q, String cursor) {
    /** Also the headings of the page's filters, in their order. */
    private static final List<Filter> FILTERS = List.of(
            new Filter("ALL", "All"),
            new Filter("ACTIVE", "Active"),
            new Filter("ADMIN", "Admin"),
            new Filter("PENDING", "Pending"),
            new Filter("DEACTIVATED", "Deactivated"));

    /** A choice of people and its name. */
    public record Filter(String id, String title) {}

    static Selection of(MultivaluedMap<String, String> query) {
        var filter = text(query, "filter");
        return new Selection(filter.isEmpty() ? "ALL" : filter, text(query, "q"), text(query, "cursor"));
    }

    public List<Filter> filters() {
        return FILTERS;
    }

    /** The same search among other people. */
    public String to(String otherFilter) {
        return new Selection(otherFilter, q, "").query();
    }

    public String toFirst() {
        return new Selection(filter, q, "").query();
    }

    public String toNext(String next) {
        return new Selection(filter, q, next).query();
    }

    /** As it stands in an address, with its question mark; empty when nothing is chosen. */
    public String query() {
        var parts = parts();
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    /** The same with one field more. */
    String queryWith(String name, String value) {
        var parts = parts();
        parts.add(name + "=" + Html.encode(value));
        return "?" + String.join("&", parts);
    }

    private List<String> parts() {
        var parts = new ArrayList<String>();
        if (!filter.equals("ALL")) {
            parts.add("filter=" + Html.encode(filter));
        }
        if (!q.isEmpty()) {
            parts.add("q=" + Html.encode(q));
        }
        if (!cursor.isEmpty()) {
            parts.add("cursor=" + Html.encode(cursor));
        }
        return parts;
    }

    private static String text(MultivaluedMap<String, String> query, String name) {
        return Objects.requireNonNullElse(query.getFirst(name), "").strip();
    }
}
