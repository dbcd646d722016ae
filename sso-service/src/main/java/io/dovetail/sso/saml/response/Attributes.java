package io.dovetail.sso.saml.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The three attributes, found by Name alone, each with one whole value; all others are ignored (security.md C13, F14,
 * H4 to H6).
 */
final class Attributes {
    /** What binding-service can bind, and a page can show. */
    private static final int LONGEST = 512;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Attributes() {}

    static Attributes of(Part assertion, AttributeNames names) {
        var attributes = new Attributes();
        var wanted = List.of(names.samlId(), names.firstName(), names.lastName());
        for (var statement : assertion.children("AttributeStatement")) {
            for (var attribute : statement.children("Attribute")) {
                attributes.add(attribute.attribute("Name").orElse(""), attribute, wanted);
            }
        }
        attributes.requireAll(wanted);
        return attributes;
    }

    private void add(String name, Part attribute, List<String> wanted) {
        var collected = values.computeIfAbsent(name, first -> new ArrayList<>());
        if (wanted.contains(name)) {
            attribute.children("AttributeValue").forEach(value -> collected.add(whole(value)));
        }
    }

    private void requireAll(List<String> wanted) {
        var missing = wanted.stream()
                .filter(name -> values.getOrDefault(name, List.of()).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw Reason.ATTRIBUTES_MISSING.refuse(
                    "missing: " + String.join(", ", missing),
                    values.isEmpty() ? "no attributes at all" : String.join(", ", values.keySet()));
        }
    }

    /** The one value; the same value twice counts as one. */
    String single(String name) {
        var all = values.getOrDefault(name, List.of());
        if (all.stream().distinct().count() != 1) {
            throw Reason.ATTRIBUTE_AMBIGUOUS.refuse("one value of " + name, all.size() + " values");
        }
        var value = all.get(0);
        if (value.length() > LONGEST) {
            throw Reason.ATTRIBUTE_TOO_LONG.refuse(
                    "at most " + LONGEST + " characters of " + name, value.length() + " characters");
        }
        return value;
    }

    /** saml_id: one value even if repeated, not blank, and never trimmed. */
    String samlId(String name) {
        if (values.getOrDefault(name, List.of()).size() != 1) {
            throw Reason.ATTRIBUTE_AMBIGUOUS.refuse("one value of " + name, "several");
        }
        var value = single(name);
        if (value.isBlank()) {
            throw Reason.SAML_ID_BLANK.refuse("a value of " + name, "only white space");
        }
        return value;
    }

    /** Text, comments and all other nodes between: the text is read whole, an element inside is refused. */
    private static String whole(Part value) {
        if (!value.children().isEmpty()) {
            throw Reason.ATTRIBUTE_AMBIGUOUS.refuse("a plain text value", "an element");
        }
        return value.text();
    }
}
