package io.dovetail.users.directory;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.users.company.PlainText;
import io.dovetail.users.user.UserFilter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A company's users, for its administrators. */
@Path("/api/users/{company}")
@RolesAllowed("ADMIN")
public class UserResource {
    private static final int LONGEST_TEXT = 100;

    private final Subject subject;
    private final ListUsers listUsers;
    private final ShowUser showUser;

    UserResource(Subject subject, ListUsers listUsers, ShowUser showUser) {
        this.subject = subject;
        this.listUsers = listUsers;
        this.showUser = showUser;
    }

    @GET
    @Operation(operationId = "listUsers", summary = "A company's users by address")
    public ListUsers.Page list(
            @PathParam("company") String company,
            @Parameter(description = "ALL, ACTIVE, ADMIN, PENDING or DEACTIVATED")
                    @QueryParam("filter")
                    @DefaultValue("ALL")
                    String filter,
            @Parameter(description = "Part of the address or the name, one line of at most 100 characters")
                    @QueryParam("q")
                    @DefaultValue("")
                    String text,
            @QueryParam("cursor") @Nullable String cursor) {
        var companyId = subject.requireAdministrator(company);
        return listUsers.handle(new ListUsers.Query(companyId, filter(filter), text(text), cursor(cursor)));
    }

    @GET
    @Path("/{user}")
    @Operation(operationId = "readUser", summary = "One user")
    public ListedUser show(
            @PathParam("company") String company,
            @Parameter(description = "The user's id, a UUID") @PathParam("user") String user) {
        var companyId = subject.requireAdministrator(company);
        return showUser.handle(new ShowUser.Query(companyId, userId(user)));
    }

    private static UserFilter filter(String text) {
        try {
            return UserFilter.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            throw DirectoryProblems.filterUnknown().exception(unknown);
        }
    }

    private static String text(String text) {
        if (text.length() > LONGEST_TEXT || !PlainText.Check.isPlain(text)) {
            throw DirectoryProblems.textUnfit().exception();
        }
        return text;
    }

    private static Optional<UUID> cursor(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            throw DirectoryProblems.cursorUnknown().exception(notOurs);
        }
    }

    private static UUID userId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw CommonProblems.notFound().exception(noId);
        }
    }
}
