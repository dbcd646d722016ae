package io.dovetail.users.session;

import io.dovetail.users.user.Role;
import io.dovetail.users.user.UserProfile;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a signed-in client holds. */
public record OpenedSession(
        String accessToken,

        @Schema(description = "How long the access token is good, in seconds")
        long expiresIn,

        @Schema(description = "For the next token pair; works once")
        String refreshToken,

        SignedInUser user) {

    /** Who is signed in. */
    public record SignedInUser(UUID id, String email, String firstName, String lastName, Role role, UUID companyId) {
        static SignedInUser of(UserProfile user) {
            return new SignedInUser(
                    user.id(), user.email(), user.firstName(), user.lastName(), user.role(), user.companyId());
        }
    }

    /** Keeps tokens out of logs. */
    @Override
    public String toString() {
        return "session of user " + user.id();
    }
}
