package io.dovetail.sso.saml.response;

import io.dovetail.sso.saml.OpenSaml;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a SAML response is worth: a pure function of the response, what the connection trusts, and the time. Our
 * own keys it asks for when it comes to an encrypted assertion.
 *
 * <p>The order of work is that of security.md ("Around OpenSAML 4.0.1"): size, base64, parse, shape and IDs, schema,
 * one assertion, every signature, only then decryption and the same again inside, and at last what it says. Nothing is
 * read that a verified signature does not cover, except to refuse.
 */
@ApplicationScoped
public class SamlResponseCheck {
    private static final Duration CENTURY = Duration.ofDays(36_500);

    /** No session of ours lasts as long, and any database holds its end. */
    private static final Duration YEAR = Duration.ofDays(365);

    public SamlResponseCheck() {
        OpenSaml.warmUp();
    }

    /** @param base64 the form field SAMLResponse as it came */
    public Verdict check(String base64, ConnectionTrust trust, Instant now) {
        @Nullable Duration difference = null;
        try {
            var document = Encoded.read(base64);
            var signatures = new Signatures(trust, now);
            var message = signatures.verify(Envelope.of(document));
            difference =
                    between(now, message.assertion().instant("IssueInstant").orElseThrow());
            return accept(message, signatures.signers(), trust, now, difference);
        } catch (Refused refused) {
            return new Refusal(
                    refused.reason(), refused.expected(), refused.received(), Optional.ofNullable(difference));
        }
    }

    private static VerifiedAssertion accept(
            Message message,
            List<X509Certificate> signers,
            ConnectionTrust trust,
            Instant now,
            Duration clockDifference) {
        var protocol = new ProtocolRules(trust, now);
        protocol.check(message);
        var assertion = message.assertion();
        var confirmation = new SubjectRules(trust, now).confirmation(assertion);
        var end = protocol.conditions(assertion);
        protocol.issueInstants(message);
        var session = protocol.session(assertion).map(sessionEnd -> earliest(sessionEnd, now.plus(YEAR)));
        var names = trust.attributes();
        var attributes = Attributes.of(assertion, names);
        return new VerifiedAssertion(
                assertion.attribute("ID").orElseThrow(),
                attributes.samlId(names.samlId()),
                attributes.single(names.firstName()),
                attributes.single(names.lastName()),
                EmailAddress.find(assertion),
                inResponseTo(message, confirmation),
                usableUntil(end, now),
                session,
                clockDifference,
                warnings(signers, now));
    }

    /** However late it ends: a day from now it is refused as issued long ago. */
    private static Instant usableUntil(Instant end, Instant now) {
        return earliest(end, now.plus(Duration.ofDays(1))).plus(ConnectionTrust.LARGEST_SKEW);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The provider's clock less ours; beyond a century it is no clock, and no record could hold it. */
    private static Duration between(Instant now, Instant issued) {
        var difference = Duration.between(now, issued);
        if (difference.abs().compareTo(CENTURY) <= 0) {
            return difference;
        }
        return difference.isNegative() ? CENTURY.negated() : CENTURY;
    }

    /** From the confirmation, which the signature always covers, and from the response where that is signed too. */
    private static Optional<String> inResponseTo(Message message, Part confirmation) {
        var confirmed = confirmation.attribute("InResponseTo");
        if (!message.response().isSigned()) {
            return confirmed;
        }
        var answered = message.response().attribute("InResponseTo");
        if (confirmed.isPresent() && answered.isPresent() && !confirmed.equals(answered)) {
            throw Reason.REQUEST_UNKNOWN.refuse("one request", "two different ones");
        }
        return confirmed.or(() -> answered);
    }

    private static Set<Warning> warnings(List<X509Certificate> signers, Instant now) {
        var expired = signers.stream().anyMatch(certificate -> Signatures.isOver(certificate, now));
        return expired ? Set.of(Warning.CERTIFICATE_EXPIRED) : Set.of();
    }
}
