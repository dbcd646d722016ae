package io.dovetail.sso.saml.metadata;

import java.util.Optional;

/** Which provider of a file is meant. */
public sealed interface EntityChoice {

    /** The only one; several are a question. */
    record Only() implements EntityChoice {}

    /** This one, as an administrator said: no other is taken. */
    record Named(String entityId) implements EntityChoice {}

    /** This one among several, as it is known so far; a file of a single provider is read whoever that is. */
    record Known(String entityId) implements EntityChoice {}

    static EntityChoice of(Optional<String> named) {
        return named.<EntityChoice>map(Named::new).orElseGet(Only::new);
    }

    default Optional<String> wanted() {
        if (this instanceof Named named) {
            return Optional.of(named.entityId());
        }
        return this instanceof Known known ? Optional.of(known.entityId()) : Optional.empty();
    }
}
