package io.dovetail.bindings.link;

import java.util.Set;
import java.util.UUID;

/**
 * A user as far as links are concerned.
 *
 * @param status PENDING, ACTIVE or DEACTIVATED
 * @param boundSources of which the user has an identity
 */
record Recipient(UUID companyId, UUID userId, String email, String firstName, String status, Set<UUID> boundSources) {

    boolean isDeactivated() {
        return status.equals("DEACTIVATED");
    }

    boolean isBoundAt(UUID source) {
        return boundSources.contains(source);
    }

    LinkKind kind() {
        return status.equals("PENDING") ? LinkKind.INVITATION : LinkKind.BINDING;
    }
}
