package io.dovetail.sso.saml.response;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.AudienceRestriction;
import org.opensaml.saml.saml2.core.Conditions;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.OneTimeUse;
import org.opensaml.saml.saml2.core.ProxyRestriction;
import org.opensaml.saml.saml2.core.Response;

/** Who says it, to whom, and when (SAML Core 2.5, SAML Profiles 4.1.4; security.md F1 to F15). */
final class ProtocolRules {
    /** An answer to a running sign-in is minutes old at most. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private final ConnectionTrust trust;
    private final Instant now;

    ProtocolRules(ConnectionTrust trust, Instant now) {
        this.trust = trust;
        this.now = now;
    }

    void check(Message message) {
        var response = message.response();
        var assertion = message.assertion();
        version(response.getVersion());
        version(assertion.getVersion());
        issuers(response, assertion);
        destination(response);
    }

    private static void version(@Nullable SAMLVersion version) {
        if (!SAMLVersion.VERSION_20.equals(version)) {
            throw Reason.VERSION_NOT_2.refuse("2.0", String.valueOf(version));
        }
    }

    /** The response's issuer may be missing while the response is not signed (SAML Profiles 4.1.4.2). */
    private void issuers(Response response, Assertion assertion) {
        if (response.getIssuer() != null || response.isSigned()) {
            issuer(response.getIssuer());
        }
        issuer(assertion.getIssuer());
    }

    private void issuer(@Nullable Issuer issuer) {
        var element = issuer == null ? null : issuer.getDOM();
        var value = element == null ? "" : element.getTextContent();
        if (!trust.idpEntityId().equals(value)) {
            throw Reason.ISSUER_WRONG.refuse(trust.idpEntityId(), value.isEmpty() ? "none" : value);
        }
    }

    private void destination(Response response) {
        // From the DOM: OpenSAML reads an empty attribute as a missing one
        var element = Objects.requireNonNull(response.getDOM());
        var destination = element.hasAttribute("Destination") ? element.getAttribute("Destination") : null;
        if (destination == null && response.isSigned()) {
            throw Reason.DESTINATION_WRONG.refuse(trust.acsUrl(), "none on a signed response");
        }
        if (destination != null && !trust.acsUrl().equals(destination)) {
            throw Reason.DESTINATION_WRONG.refuse(trust.acsUrl(), destination);
        }
    }

    /** @return when the assertion ends, without the skew */
    Instant conditions(Assertion assertion) {
        var conditions = assertion.getConditions();
        var end = conditions == null ? null : conditions.getNotOnOrAfter();
        if (conditions == null || end == null) {
            throw Reason.CONDITIONS_MISSING.refuse("Conditions with NotOnOrAfter", "none");
        }
        for (var condition : conditions.getConditions()) {
            var known = condition instanceof AudienceRestriction
                    || condition instanceof OneTimeUse
                    || condition instanceof ProxyRestriction;
            if (!known) {
                throw Reason.CONDITION_UNKNOWN.refuse(
                        "audience, one-time use, proxy count",
                        String.valueOf(condition.getElementQName().getLocalPart()));
            }
        }
        var begin = conditions.getNotBefore();
        if (begin != null && now.isBefore(begin.minus(trust.clockSkew()))) {
            throw Reason.NOT_YET_VALID.refuse("a begin not after " + now, begin.toString());
        }
        if (!now.isBefore(end.plus(trust.clockSkew()))) {
            throw Reason.EXPIRED.refuse("an end after " + now, end.toString());
        }
        audience(conditions);
        return end;
    }

    /** Every restriction must name us, and there must be one. */
    private void audience(Conditions conditions) {
        var restrictions = conditions.getAudienceRestrictions();
        if (restrictions.isEmpty()) {
            throw Reason.AUDIENCE_WRONG.refuse(trust.spEntityId(), "none");
        }
        for (var restriction : restrictions) {
            var audiences = restriction.getAudiences().stream()
                    .map(audience ->
                            audience.getDOM() == null ? "" : audience.getDOM().getTextContent())
                    .toList();
            if (!audiences.contains(trust.spEntityId())) {
                throw Reason.AUDIENCE_WRONG.refuse(trust.spEntityId(), String.join(", ", audiences));
            }
        }
    }

    void issueInstants(Message message) {
        issued(message.response().getIssueInstant());
        issued(message.assertion().getIssueInstant());
    }

    private void issued(Instant instant) {
        if (instant.isAfter(now.plus(trust.clockSkew()))) {
            throw Reason.ISSUED_IN_THE_FUTURE.refuse("not after " + now, instant.toString());
        }
        if (instant.isBefore(now.minus(OLDEST).minus(trust.clockSkew()))) {
            throw Reason.ISSUED_LONG_AGO.refuse("not before " + now.minus(OLDEST), instant.toString());
        }
    }

    /** @return the earliest end that the provider set to the session */
    Optional<Instant> session(Assertion assertion) {
        var statements = assertion.getAuthnStatements();
        if (statements.isEmpty()) {
            throw Reason.AUTHENTICATION_MISSING.refuse("an AuthnStatement", "none");
        }
        var end = statements.stream()
                .flatMap(statement -> Optional.ofNullable(statement.getSessionNotOnOrAfter()).stream())
                .min(Instant::compareTo);
        if (end.isPresent() && !now.isBefore(end.get().plus(trust.clockSkew()))) {
            throw Reason.SESSION_ENDED.refuse("an end after " + now, end.get().toString());
        }
        return end;
    }
}
