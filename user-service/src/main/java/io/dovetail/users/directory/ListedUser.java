package io.dovetail.users.directory;

import io.dovetail.users.copies.KnownBinding;
import io.dovetail.users.lastmail.LastMail;
import io.dovetail.users.user.Role;
import io.dovetail.users.user.UserProfile;
import io.dovetail.users.user.UserStatus;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A user as the company's administrators see them. */
public record ListedUser(
        UUID id,
        String email,
        String firstName,
        String lastName,
        Role role,
        UserStatus status,
        boolean hasPassword,
        BindingState binding,
        @Nullable String samlId,

        @Schema(description = "The mail of which was heard last; null before the first") @Nullable
        LastMail lastMail,

        @Schema(description = "What can be done by calls of this service; links that bind are binding-service's affair")
        List<UserAct> acts) {

    /** Whether the user is bound to an identity of the present source. */
    public enum BindingState {
        BOUND,
        NOT_BOUND
    }

    static ListedUser of(
            UserProfile user, Optional<KnownBinding> binding, @Nullable LastMail lastMail, List<UserAct> acts) {
        return new ListedUser(
                user.id(),
                user.email(),
                user.firstName(),
                user.lastName(),
                user.role(),
                user.status(),
                user.hasPassword(),
                binding.isPresent() ? BindingState.BOUND : BindingState.NOT_BOUND,
                binding.map(KnownBinding::samlId).orElse(null),
                lastMail,
                acts);
    }
}
