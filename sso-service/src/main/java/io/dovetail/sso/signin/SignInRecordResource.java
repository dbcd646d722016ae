package io.dovetail.sso.signin;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.kit.problem.CommonProblems;
import io.dovetail.kit.problem.ProblemException;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The sign-in records of a company, for its administrators. */
@Path("/api/sso/{company}/sign-ins")
@Authenticated
public class SignInRecordResource {
    private static final int PAGE = 50;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern WORD_CODE = Pattern.compile("[a-z]{1,16}(-[a-z]{1,16}){2}");

    private final Subject subject;
    private final SignIns signIns;

    SignInRecordResource(Subject subject, SignIns signIns) {
        this.subject = subject;
        this.signIns = signIns;
    }

    /** Newest first; {@code next} is the cursor of the page after, null on the last. */
    @Schema(name = "SignInPage")
    record Listed(List<SignInView> items, @Nullable String next) {}

    @GET
    @Operation(operationId = "listSignIns", summary = "The sign-in records of a company, newest first")
    @Refuses(status = 403, with = "forbidden")
    public Listed list(@PathParam("company") String company, @QueryParam("cursor") @Nullable String cursor) {
        var companyId = subject.requireConnectionAdministrator(company);
        var page = cursor == null
                ? signIns.newest(companyId, PAGE)
                : signIns.after(lastOfThePageBefore(companyId, cursor), PAGE);
        var next = page.size() < PAGE ? null : page.get(PAGE - 1).id().toString();
        return new Listed(page.stream().map(SignInRecord::view).toList(), next);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readSignIn", summary = "One sign-in record")
    @Refuses(status = 403, with = "forbidden")
    public SignInView read(
            @PathParam("company") String company,
            @Parameter(description = "The record's id, or the word code that the refused person saw") @PathParam("id")
                    String idOrWordCode) {
        var companyId = subject.requireConnectionAdministrator(company);
        return find(companyId, idOrWordCode)
                .map(SignInRecord::view)
                .orElseThrow(() -> CommonProblems.notFound().exception());
    }

    private Optional<SignInRecord> find(UUID companyId, String idOrWordCode) {
        if (UUID_FORM.matcher(idOrWordCode).matches()) {
            return signIns.findRecord(companyId, UUID.fromString(idOrWordCode));
        }
        return WORD_CODE.matcher(idOrWordCode).matches()
                ? signIns.findRefusal(companyId, idOrWordCode)
                : Optional.empty();
    }

    private SignInRecord lastOfThePageBefore(UUID companyId, String cursor) {
        return Optional.of(cursor)
                .filter(given -> UUID_FORM.matcher(given).matches())
                .flatMap(given -> signIns.findRecord(companyId, UUID.fromString(given)))
                .orElseThrow(SignInRecordResource::notACursor);
    }

    private static ProblemException notACursor() {
        var error =
                Map.of("field", "cursor", "detail", "must be the value of \"next\" of the page before, or left out");
        return CommonProblems.invalidInput().with("errors", List.of(error)).exception();
    }
}
