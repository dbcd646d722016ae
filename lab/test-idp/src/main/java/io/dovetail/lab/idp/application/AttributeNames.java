package io.dovetail.lab.idp.application;

import io.dovetail.lab.idp.people.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Under which names a person's values are sent; a null name sends nothing. */
public record AttributeNames(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String samlId) {

    /** What Dovetail asks for. */
    static final AttributeNames USUAL = new AttributeNames("first_name", "last_name", "saml_id");

    /** A person's attributes; empty when no name is configured. */
    public Map<String, List<String>> of(Person person) {
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        put(attributes, firstName, person.firstName());
        put(attributes, lastName, person.lastName());
        put(attributes, samlId, person.username());
        return attributes;
    }

    private static void put(Map<String, List<String>> attributes, @Nullable String name, String value) {
        if (name != null && !name.isBlank()) {
            attributes.put(name, List.of(value));
        }
    }
}
