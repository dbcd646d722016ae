package io.dovetail.console.invitation;

import io.dovetail.console.web.Api;
import io.dovetail.console.web.UtcTime;

/** An invitation that works, and what its person has typed. */
public record InvitationView(
        String companyId, String companyName, String email, String until, String firstName, String lastName) {

    static InvitationView of(Api.Answer invitation, String firstName, String lastName) {
        return new InvitationView(
                invitation.text("companyId"),
                invitation.text("companyName"),
                invitation.text("email"),
                UtcTime.inWords(invitation.text("expiresAt")),
                firstName,
                lastName);
    }
}
