package io.dovetail.sso.refresh;

import io.dovetail.kit.identity.Subject;
import io.dovetail.kit.openapi.Refuses;
import io.dovetail.sso.keys.KeyChange;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A connection's keys, for its administrators, and the metadata that they come from. */
@Path("/api/sso/{company}")
@Authenticated
public class KeysResource {
    private final Subject subject;
    private final ReadKeys readKeys;
    private final RefreshNow refreshNow;
    private final AcceptHeldChange acceptHeldChange;

    KeysResource(Subject subject, ReadKeys readKeys, RefreshNow refreshNow, AcceptHeldChange acceptHeldChange) {
        this.subject = subject;
        this.readKeys = readKeys;
        this.refreshNow = refreshNow;
        this.acceptHeldChange = acceptHeldChange;
    }

    @GET
    @Path("/keys")
    @Operation(
            operationId = "listKeys",
            summary = "Every key that answers are or were checked with",
            description = "At most 1,000 of them: first those that count now, then the newest.")
    @Refuses(
            status = 403,
            with = {"forbidden", "single-sign-on-not-allowed"})
    @Refuses(status = 404, with = "company-not-known-yet")
    public KeyList keys(@PathParam("company") String company) {
        return readKeys.handle(subject.requireConnectionAdministrator(company));
    }

    @POST
    @Path("/refresh-metadata")
    @Operation(
            operationId = "refreshMetadata",
            summary = "Read the provider's metadata again, now",
            description = "Of the current version and of the draft, where they have an address; once a minute at most."
                    + " New keys count at once, and those that are not listed any more no longer. Another entity ID,"
                    + " another sign-in address, or no known key at all is held for an administrator.")
    @Refuses(
            status = 403,
            with = {"forbidden", "single-sign-on-not-allowed"})
    @Refuses(status = 404, with = "company-not-known-yet")
    @Refuses(status = 409, with = "no-metadata-address")
    @Refuses(status = 429, with = "metadata-just-refreshed")
    public RefreshView refresh(@PathParam("company") String company) {
        return refreshNow.handle(
                new RefreshNow.Command(subject.requireConnectionAdministrator(company), subject.actor()));
    }

    @POST
    @Path("/held-changes/{id}/accept")
    @Operation(
            operationId = "acceptHeldChange",
            summary = "Trust the keys that replaced every known one",
            description = "From now on they count and those before no longer. Another entity ID or sign-in address is"
                    + " not accepted this way: it needs a new draft.")
    @Refuses(
            status = 403,
            with = {"forbidden", "single-sign-on-not-allowed"})
    @Refuses(
            status = 404,
            with = {"company-not-known-yet", "held-change-unknown"})
    @Refuses(status = 409, with = "held-change-needs-draft")
    public KeyChange accept(@PathParam("company") String company, @PathParam("id") String id) {
        return acceptHeldChange.handle(new AcceptHeldChange.Command(
                subject.requireConnectionAdministrator(company), subject.actor(), heldId(id)));
    }

    private static UUID heldId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw RefreshProblems.changeUnknown().exception(notAnId);
        }
    }
}
