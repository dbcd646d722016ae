package io.dovetail.sso.saml.response;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.SubjectConfirmation;
import org.opensaml.saml.saml2.core.SubjectConfirmationData;

/** The bearer confirmation of the Web Browser SSO profile (SAML Profiles 4.1.4.2; security.md F3, F9, F12). */
final class SubjectRules {
    private final ConnectionTrust trust;
    private final Instant now;

    SubjectRules(ConnectionTrust trust, Instant now) {
        this.trust = trust;
        this.now = now;
    }

    /** @return the confirmation that holds; one among several is enough */
    SubjectConfirmationData confirmation(Assertion assertion) {
        var subject = assertion.getSubject();
        if (subject == null) {
            throw Reason.SUBJECT_MISSING.refuse("a Subject", "none");
        }
        @Nullable Refused first = null;
        for (var confirmation : subject.getSubjectConfirmations()) {
            if (SubjectConfirmation.METHOD_BEARER.equals(confirmation.getMethod())) {
                try {
                    return checked(confirmation.getSubjectConfirmationData());
                } catch (Refused refused) {
                    first = first == null ? refused : first;
                }
            }
        }
        throw first == null ? Reason.CONFIRMATION_MISSING.refuse(SubjectConfirmation.METHOD_BEARER, "none") : first;
    }

    private SubjectConfirmationData checked(@Nullable SubjectConfirmationData data) {
        if (data == null) {
            throw Reason.CONFIRMATION_FORM.refuse("SubjectConfirmationData", "none");
        }
        if (!trust.acsUrl().equals(data.getRecipient())) {
            throw Reason.RECIPIENT_WRONG.refuse(
                    trust.acsUrl(), Optional.ofNullable(data.getRecipient()).orElse("none"));
        }
        var end = data.getNotOnOrAfter();
        if (end == null || data.getNotBefore() != null) {
            throw Reason.CONFIRMATION_FORM.refuse(
                    "NotOnOrAfter and no NotBefore", end == null ? "no NotOnOrAfter" : "NotBefore");
        }
        if (!now.isBefore(end.plus(trust.clockSkew()))) {
            throw Reason.CONFIRMATION_EXPIRED.refuse("an end after " + now, end.toString());
        }
        return data;
    }
}
