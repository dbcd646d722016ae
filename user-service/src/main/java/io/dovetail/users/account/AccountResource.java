package io.dovetail.users.account;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.users.user.EmailAddress;
import io.dovetail.users.user.Role;
import io.dovetail.users.user.UserChange;
import io.dovetail.users.user.ValidAddress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Administrators change, deactivate, reactivate and remove accounts of their company. */
@Path("/api/users/{company}")
@RolesAllowed("ADMIN")
public class AccountResource {
    private final Subject subject;
    private final ChangeAccount changeAccount;
    private final EraseUser eraseUser;

    AccountResource(Subject subject, ChangeAccount changeAccount, EraseUser eraseUser) {
        this.subject = subject;
        this.changeAccount = changeAccount;
        this.eraseUser = eraseUser;
    }

    /** What is to be different; fields left out stay as they are. */
    public record AccountChange(
            @Nullable Role role, @ValidAddress @Nullable String email) {}

    @PATCH
    @Operation(operationId = "changeUser", summary = "Change a user's role or address")
    @Refuses(status = 404, with = "not-found")
    @Refuses(
            status = 409,
            with = {"last-administrator", "email-taken"})
    @Path("/{user}")
    public void change(
            @PathParam("company") String company, @PathParam("user") String user, @Valid @NotNull AccountChange wish) {
        change(
                company,
                user,
                new UserChange.Edit(
                        Optional.ofNullable(wish.role()),
                        Optional.ofNullable(wish.email()).map(EmailAddress::of)));
    }

    @POST
    @Path("/{user}/deactivate")
    @Operation(
            operationId = "deactivateUser",
            summary = "Keep the account and let nobody in by it",
            description = "The user's sessions end, and their links are dead.")
    @Refuses(status = 404, with = "not-found")
    @Refuses(status = 409, with = "last-administrator")
    public void deactivate(@PathParam("company") String company, @PathParam("user") String user) {
        change(company, user, new UserChange.Deactivate());
    }

    @POST
    @Path("/{user}/reactivate")
    @Operation(
            operationId = "reactivateUser",
            summary = "Let a deactivated user in again",
            description = "Who is owed a link is mailed one.")
    @Refuses(status = 404, with = "not-found")
    public void reactivate(@PathParam("company") String company, @PathParam("user") String user) {
        change(company, user, new UserChange.Reactivate());
    }

    @DELETE
    @Operation(operationId = "removeUser", summary = "Remove an account from every service")
    @Refuses(status = 404, with = "not-found")
    @Refuses(status = 409, with = "last-administrator")
    @Path("/{user}")
    public void erase(@PathParam("company") String company, @PathParam("user") String user) {
        var companyId = subject.requireAdministrator(company);
        eraseUser.handle(new EraseUser.Command(companyId, userId(user), subject.actor()));
    }

    private void change(String company, String user, UserChange change) {
        var companyId = subject.requireAdministrator(company);
        changeAccount.handle(new ChangeAccount.Command(companyId, userId(user), change, subject.actor()));
    }

    private static UUID userId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw CommonProblems.notFound().exception(noId);
        }
    }
}
