package io.dovetail.sso.saml.response;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.saml2.core.SubjectConfirmation;

/** The bearer confirmation of the Web Browser SSO profile (SAML Profiles 4.1.4.2; security.md F3, F9, F12). */
final class SubjectRules {
    private final ConnectionTrust trust;
    private final Instant now;

    SubjectRules(ConnectionTrust trust, Instant now) {
        this.trust = trust;
        this.now = now;
    }

    /** @return the confirmation that holds; one among several is enough */
    Part confirmation(Part assertion) {
        var subject = assertion.child("Subject");
        if (subject.isEmpty()) {
            throw Reason.SUBJECT_MISSING.refuse("a Subject", "none");
        }
        @Nullable Refused first = null;
        for (var confirmation : subject.get().children("SubjectConfirmation")) {
            if (confirmation.attribute("Method").equals(Optional.of(SubjectConfirmation.METHOD_BEARER))) {
                try {
                    return checked(confirmation.child("SubjectConfirmationData"));
                } catch (Refused refused) {
                    first = first == null ? refused : first;
                }
            }
        }
        throw first == null ? Reason.CONFIRMATION_MISSING.refuse(SubjectConfirmation.METHOD_BEARER, "none") : first;
    }

    private Part checked(Optional<Part> found) {
        var data = found.orElseThrow(() -> Reason.CONFIRMATION_FORM.refuse("SubjectConfirmationData", "none"));
        var recipient = data.attribute("Recipient");
        if (!recipient.equals(Optional.of(trust.acsUrl()))) {
            throw Reason.RECIPIENT_WRONG.refuse(trust.acsUrl(), recipient.orElse("none"));
        }
        var end = data.instant("NotOnOrAfter");
        if (end.isEmpty() || data.attribute("NotBefore").isPresent()) {
            throw Reason.CONFIRMATION_FORM.refuse(
                    "NotOnOrAfter and no NotBefore", end.isEmpty() ? "no NotOnOrAfter" : "NotBefore");
        }
        if (!now.isBefore(end.get().plus(trust.clockSkew()))) {
            throw Reason.CONFIRMATION_EXPIRED.refuse(
                    "an end after " + now, end.get().toString());
        }
        return data;
    }
}
