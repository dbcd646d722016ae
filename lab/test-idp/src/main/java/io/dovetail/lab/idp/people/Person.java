package io.dovetail.lab.idp.people;

import io.dovetail.lab.idp.http.Refused;
import org.jspecify.annotations.Nullable;

/** Somebody whom the provider can log in; the username never changes. */
public record Person(String username, String firstName, String lastName, String email) {

    /** What is said of a person over HTTP; without an address one under example.org is invented. */
    public record Draft(
            @Nullable String username,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email) {

        Person person() {
            String name = required(username, "username");
            return new Person(
                    name,
                    required(firstName, "firstName"),
                    required(lastName, "lastName"),
                    email == null || email.isBlank() ? name + "@example.org" : email);
        }

        private static String required(@Nullable String value, String field) {
            if (value == null || value.isBlank()) {
                throw Refused.malformed("A person needs a " + field + ".");
            }
            return value;
        }
    }

    public String fullName() {
        return firstName + " " + lastName;
    }
}
