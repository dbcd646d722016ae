package io.dovetail.lab.idp.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a browser carries to the service provider.
 *
 * @param meant who must be signed in if anybody is, or empty where the line does not ask
 */
public record Sent(Way way, List<Map.Entry<String, String>> fields, String meant) {

    /** As a form can be sent (HTML, form submission). */
    public enum Way {
        POST,
        GET,
        PLAIN_TEXT
    }

    public Sent {
        fields = List.copyOf(fields);
    }

    /** The response itself, as the first field of that name carries it. */
    public String response() {
        return fields.stream()
                .filter(field -> field.getKey().equals("SAMLResponse"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    Sent by(Way value) {
        return new Sent(value, fields, meant);
    }

    Sent meaning(String value) {
        return new Sent(way, fields, value);
    }

    /** Under a RelayState of one's own. */
    Sent withRelayState(String value) {
        List<Map.Entry<String, String>> changed = new ArrayList<>(fields);
        changed.removeIf(field -> field.getKey().equals("RelayState"));
        changed.add(Map.entry("RelayState", value));
        return new Sent(way, changed, meant);
    }

    Sent withFirst(String name, String value) {
        List<Map.Entry<String, String>> changed = new ArrayList<>(fields);
        changed.add(0, Map.entry(name, value));
        return new Sent(way, changed, meant);
    }

    Sent withLast(String name, String value) {
        List<Map.Entry<String, String>> changed = new ArrayList<>(fields);
        changed.add(Map.entry(name, value));
        return new Sent(way, changed, meant);
    }
}
