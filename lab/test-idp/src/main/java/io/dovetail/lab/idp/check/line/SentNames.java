package io.dovetail.lab.idp.check.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Under which attribute names the person of the check is described; an empty name sends nothing.
 *
 * @param id of the attribute that identifies the person; empty: the NameID does
 */
public record SentNames(String firstName, String lastName, String id, String email) {

    /** What Dovetail asks for. */
    public static final SentNames USUAL = new SentNames("first_name", "last_name", "saml_id", "");

    /** Reads {@code first,last,id,email}, of which the last ones may be missing and each may be empty. */
    public static SentNames parse(String text) {
        String[] names = text.split(",", -1);
        if (names.length > 4) {
            throw new IllegalArgumentException("--attributes takes at most four names: first,last,id,email");
        }
        return new SentNames(at(names, 0), at(names, 1), at(names, 2), at(names, 3));
    }

    /** The name of the attribute that identifies the person, if one does. */
    public Optional<String> identifying() {
        return Optional.of(id).filter(name -> !name.isEmpty());
    }

    /** The attributes of a person of this identity. */
    public Map<String, List<String>> of(String identity) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        put(attributes, firstName, "Nora");
        put(attributes, lastName, "Berg");
        put(attributes, id, identity);
        put(attributes, email, mailAddress(identity));
        return attributes;
    }

    /** Each identity has an address of its own: two people with one would be another matter (security.md H3). */
    private static String mailAddress(String identity) {
        boolean isUsual = identity.equals(Stage.NAME_ID) || identity.equals(Stage.IDENTITY);
        return isUsual ? Stage.NAME_ID : "person-" + Integer.toHexString(identity.hashCode()) + "@works.example";
    }

    private static void put(Map<String, List<String>> attributes, String name, String value) {
        if (!name.isEmpty()) {
            attributes.put(name, List.of(value));
        }
    }

    private static String at(String[] names, int place) {
        return place < names.length ? names[place].strip() : "";
    }
}
