package io.dovetail.sso.saml.response;

import io.dovetail.lab.idp.Attack;
import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One company, its provider's keys and an honest response in JumpCloud's likeness, with every attack at hand. */
record Scene(ResponsePlan honest, RequiredSignature required) {
    static final String SP = "http://localhost:8080";
    static final String COMPANY = "6f1c1c3e-8f0b-4a52-9d0e-0c2a7f1b5d11";
    static final String ACS = SP + "/auth/saml/" + COMPANY;
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    static final Map<String, List<String>> ATTRIBUTES =
            Map.of("first_name", List.of("Ada"), "last_name", List.of("Lovelace"), "saml_id", List.of("ada"));
    static final IdpKeys KEYS = IdpKeys.rsa2048();
    /** Ours: what assertions are encrypted to. */
    static final IdpKeys SP_KEYS = IdpKeys.rsa2048();

    private static final SamlResponseCheck CHECK = new SamlResponseCheck();

    Scene() {
        this(ResponsePlan.jumpCloud(COMPANY, SP, ACS, "_request", "ada", ATTRIBUTES, NOW), RequiredSignature.EITHER);
    }

    Scene with(ResponsePlan plan) {
        return new Scene(plan, required);
    }

    /** The honest response with another value of one attribute. */
    Scene withAttribute(String name, String value) {
        var attributes = new HashMap<>(ATTRIBUTES);
        attributes.put(name, List.of(value));
        return with(honest.withAttributes(attributes));
    }

    Scene requiring(RequiredSignature signature) {
        return new Scene(honest, signature);
    }

    Verdict check() {
        return check(ResponseFactory.base64(honest, KEYS), KEYS, NOW);
    }

    Verdict check(Instant now) {
        return check(ResponseFactory.base64(honest, KEYS), KEYS, now);
    }

    Verdict check(Attack attack) {
        return check(attack.apply(attacked()), attack.trusted(KEYS), NOW);
    }

    /** What must be accepted where the attack is refused. */
    Verdict checkTwin(Attack attack) {
        return with(attack.twin(attacked())).check();
    }

    private AttackScene attacked() {
        return AttackScene.of(honest, KEYS).withEncryptTo(SP_KEYS.certificate());
    }

    Verdict check(String base64, IdpKeys trusted, Instant now) {
        return CHECK.check(base64, trusting(trusted.certificate()), now);
    }

    Verdict check(String base64, ConnectionTrust trust) {
        return CHECK.check(base64, trust, NOW);
    }

    ConnectionTrust trusting(X509Certificate... certificates) {
        return new ConnectionTrust(
                SP,
                ACS,
                COMPANY,
                List.of(certificates),
                AttributeNames.DEFAULT,
                Duration.ofMinutes(3),
                required,
                ExpiredCertificates.ACCEPT,
                () -> List.of(SP_KEYS.privateKey()));
    }

    /** The same connection, which refuses certificates that are past their end. */
    ConnectionTrust trustingUntilTheyEnd(X509Certificate... certificates) {
        return new ConnectionTrust(
                SP,
                ACS,
                COMPANY,
                List.of(certificates),
                AttributeNames.DEFAULT,
                Duration.ofMinutes(3),
                required,
                ExpiredCertificates.REFUSE,
                () -> List.of(SP_KEYS.privateKey()));
    }

    /** The same trust with other keys of ours. */
    static ConnectionTrust decrypting(ConnectionTrust trust, PrivateKey... keys) {
        return new ConnectionTrust(
                trust.spEntityId(),
                trust.acsUrl(),
                trust.idpEntityId(),
                trust.certificates(),
                trust.attributes(),
                trust.clockSkew(),
                trust.requiredSignature(),
                trust.expiredCertificates(),
                () -> List.of(keys));
    }
}
