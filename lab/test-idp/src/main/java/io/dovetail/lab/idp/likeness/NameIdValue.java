package io.dovetail.lab.idp.likeness;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Which of a person's names a provider sends as NameID. */
enum NameIdValue {
    EMAIL,
    /** The Windows account, as AD FS writes it. */
    DOMAIN_ACCOUNT,
    /** An opaque id, always the same for the same person. */
    OPAQUE;

    String of(String username, String email) {
        return switch (this) {
            case EMAIL -> email;
            case DOMAIN_ACCOUNT -> "EXAMPLE\\" + username;
            case OPAQUE ->
                UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8))
                        .toString();
        };
    }
}
