package io.dovetail.journey;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What the browser shows: where it is, how it was answered, and the page. */
record Page(URI address, int status, HttpHeaders headers, Document document) {

    String text() {
        return document.text();
    }

    boolean has(String selector) {
        return document.selectFirst(selector) != null;
    }

    Element require(String selector) {
        var element = document.selectFirst(selector);
        if (element == null) {
            throw new AssertionError("no " + selector + " on " + this);
        }
        return element;
    }

    /** The form's fields as they stand: hidden ones, prefilled ones, the chosen option. */
    static Map<String, String> fields(Element form) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : form.select("input[name], textarea[name]")) {
            var type = field.attr("type");
            var unchosen = ("checkbox".equals(type) || "radio".equals(type)) && !field.hasAttr("checked");
            if (!"submit".equals(type) && !unchosen) {
                fields.put(field.attr("name"), field.is("textarea") ? field.wholeText() : field.attr("value"));
            }
        }
        for (var select : form.select("select[name]")) {
            var chosen = select.selectFirst("option[selected]");
            var option = chosen == null ? select.selectFirst("option") : chosen;
            fields.put(select.attr("name"), option == null ? "" : option.attr("value"));
        }
        return fields;
    }

    @Override
    public String toString() {
        return status + " " + address + "\n" + document.text();
    }
}
