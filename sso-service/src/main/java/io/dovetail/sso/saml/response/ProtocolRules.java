package io.dovetail.sso.saml.response;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.opensaml.saml.common.xml.SAMLConstants;

/** Who says it, to whom, and when (SAML Core 2.5, SAML Profiles 4.1.4; security.md F1 to F15). */
final class ProtocolRules {
    /** An answer to a running sign-in is minutes old at most. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private static final Set<String> CONDITIONS = Set.of("AudienceRestriction", "OneTimeUse", "ProxyRestriction");

    private final ConnectionTrust trust;
    private final Instant now;

    ProtocolRules(ConnectionTrust trust, Instant now) {
        this.trust = trust;
        this.now = now;
    }

    void check(Message message) {
        var response = message.response();
        var assertion = message.assertion();
        version(response);
        version(assertion);
        issuers(response, assertion);
        destination(response);
    }

    private static void version(Part part) {
        var version = part.attribute("Version");
        if (!version.equals(Optional.of("2.0"))) {
            throw Reason.VERSION_NOT_2.refuse("2.0", version.orElse("none"));
        }
    }

    /** The response's issuer may be missing while the response is not signed (SAML Profiles 4.1.4.2). */
    private void issuers(Part response, Part assertion) {
        var issuer = response.child("Issuer");
        if (issuer.isPresent() || response.isSigned()) {
            issuer(issuer);
        }
        issuer(assertion.child("Issuer"));
    }

    private void issuer(Optional<Part> issuer) {
        var value = issuer.map(Part::text).orElse("");
        if (!trust.idpEntityId().equals(value)) {
            throw Reason.ISSUER_WRONG.refuse(trust.idpEntityId(), value.isEmpty() ? "none" : value);
        }
    }

    private void destination(Part response) {
        var destination = response.attribute("Destination");
        if (destination.isEmpty() && response.isSigned()) {
            throw Reason.DESTINATION_WRONG.refuse(trust.acsUrl(), "none on a signed response");
        }
        if (destination.isPresent() && !trust.acsUrl().equals(destination.get())) {
            throw Reason.DESTINATION_WRONG.refuse(trust.acsUrl(), destination.get());
        }
    }

    /** @return when the assertion ends, without the skew */
    Instant conditions(Part assertion) {
        var conditions = assertion.child("Conditions");
        var end = conditions.flatMap(found -> found.instant("NotOnOrAfter"));
        if (conditions.isEmpty() || end.isEmpty()) {
            throw Reason.CONDITIONS_MISSING.refuse("Conditions with NotOnOrAfter", "none");
        }
        known(conditions.get());
        var begin = conditions.get().instant("NotBefore");
        if (begin.isPresent() && now.isBefore(begin.get().minus(trust.clockSkew()))) {
            throw Reason.NOT_YET_VALID.refuse(
                    "a begin not after " + now, begin.get().toString());
        }
        if (!now.isBefore(end.get().plus(trust.clockSkew()))) {
            throw Reason.EXPIRED.refuse("an end after " + now, end.get().toString());
        }
        audience(conditions.get());
        return end.get();
    }

    private static void known(Part conditions) {
        for (var condition : conditions.children()) {
            if (!CONDITIONS.contains(condition.name())
                    || !condition.isNamed(SAMLConstants.SAML20_NS, condition.name())) {
                throw Reason.CONDITION_UNKNOWN.refuse("audience, one-time use, proxy count", condition.name());
            }
        }
    }

    /** Every restriction must name us, and there must be one. */
    private void audience(Part conditions) {
        var restrictions = conditions.children("AudienceRestriction");
        if (restrictions.isEmpty()) {
            throw Reason.AUDIENCE_WRONG.refuse(trust.spEntityId(), "none");
        }
        for (var restriction : restrictions) {
            var audiences =
                    restriction.children("Audience").stream().map(Part::text).toList();
            if (!audiences.contains(trust.spEntityId())) {
                throw Reason.AUDIENCE_WRONG.refuse(trust.spEntityId(), String.join(", ", audiences));
            }
        }
    }

    void issueInstants(Message message) {
        issued(message.response().instant("IssueInstant").orElseThrow());
        issued(message.assertion().instant("IssueInstant").orElseThrow());
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
    Optional<Instant> session(Part assertion) {
        var statements = assertion.children("AuthnStatement");
        if (statements.isEmpty()) {
            throw Reason.AUTHENTICATION_MISSING.refuse("an AuthnStatement", "none");
        }
        var end = statements.stream()
                .flatMap(statement -> statement.instant("SessionNotOnOrAfter").stream())
                .min(Instant::compareTo);
        if (end.isPresent() && !now.isBefore(end.get().plus(trust.clockSkew()))) {
            throw Reason.SESSION_ENDED.refuse("an end after " + now, end.get().toString());
        }
        return end;
    }
}
