package io.dovetail.sso.spkey;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.kit.problem.CommonProblems;
import io.quarkus.security.Authenticated;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Our signing and encryption keys, and their rotation. */
@Path("/api/sso/{company}/sp-keys")
@Authenticated
public class SpKeyResource {
    private final Subject subject;
    private final SpKeys keys;
    private final RotateSpKey rotateSpKey;

    SpKeyResource(Subject subject, SpKeys keys, RotateSpKey rotateSpKey) {
        this.subject = subject;
        this.keys = keys;
        this.rotateSpKey = rotateSpKey;
    }

    @GET
    @Transactional
    @Operation(operationId = "listSpKeys", summary = "Our keys: what signs requests, what assertions are encrypted to")
    @Refuses(status = 403, with = "forbidden")
    public SpKeyView.All list(@PathParam("company") String company) {
        var companyId = subject.requireConnectionAdministrator(company);
        return new SpKeyView.All(keys.all(companyId).stream().map(SpKeyView::of).toList());
    }

    @POST
    @Path("/{use}/next")
    @Operation(
            operationId = "addNextSpKey",
            summary = "Begin to replace a key of ours",
            description = "The next key stands in our metadata beside the active one. Let the provider load the"
                    + " metadata, then activate it.")
    @Refuses(status = 403, with = "forbidden")
    @Refuses(
            status = 404,
            with = {"company-not-known-yet", "not-found"})
    @Refuses(
            status = 409,
            with = {"no-key-yet", "rotation-under-way"})
    public void addNext(@PathParam("company") String company, @PathParam("use") String use) {
        rotateSpKey.begin(subject.requireConnectionAdministrator(company), keyUse(use), subject.actor());
    }

    @POST
    @Path("/{use}/next/activate")
    @Operation(
            operationId = "activateNextSpKey",
            summary = "End the replacement: the next key is the active one",
            description = "From now on it signs. What is encrypted to the key before is read for seven days more.")
    @Refuses(status = 403, with = "forbidden")
    @Refuses(
            status = 404,
            with = {"company-not-known-yet", "not-found"})
    @Refuses(
            status = 409,
            with = {"no-rotation", "previous-key-in-use"})
    public void activate(@PathParam("company") String company, @PathParam("use") String use) {
        rotateSpKey.activate(subject.requireConnectionAdministrator(company), keyUse(use), subject.actor());
    }

    @DELETE
    @Path("/{use}/next")
    @Operation(operationId = "dropNextSpKey", summary = "Give the replacement up; the active key stays")
    @Refuses(status = 403, with = "forbidden")
    @Refuses(
            status = 404,
            with = {"company-not-known-yet", "not-found"})
    @Refuses(status = 409, with = "no-rotation")
    public void dropNext(@PathParam("company") String company, @PathParam("use") String use) {
        rotateSpKey.cancel(subject.requireConnectionAdministrator(company), keyUse(use), subject.actor());
    }

    private static KeyUse keyUse(String use) {
        return Arrays.stream(KeyUse.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(use))
                .findFirst()
                .orElseThrow(() -> CommonProblems.notFound().exception());
    }
}
