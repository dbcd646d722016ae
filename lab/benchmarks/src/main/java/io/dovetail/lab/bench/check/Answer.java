package io.dovetail.lab.bench.check;

import io.dovetail.lab.idp.Encryption;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.sso.saml.response.AttributeNames;
import io.dovetail.sso.saml.response.ConnectionTrust;
import io.dovetail.sso.saml.response.ExpiredCertificates;
import io.dovetail.sso.saml.response.RequiredSignature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** An honest response in JumpCloud's likeness, by what is signed, by which key, and whether it is encrypted. */
public enum Answer {
    /** The plain case: what JumpCloud, Entra ID and most others send. */
    ASSERTION_RSA(SignedParts.ASSERTION, Keys.RSA, false),
    RESPONSE_RSA(SignedParts.RESPONSE, Keys.RSA, false),
    BOTH_RSA(SignedParts.BOTH, Keys.RSA, false),
    ENCRYPTED_RSA(SignedParts.BOTH, Keys.RSA, true),
    ASSERTION_P256(SignedParts.ASSERTION, Keys.P256, false),
    RESPONSE_P256(SignedParts.RESPONSE, Keys.P256, false),
    BOTH_P256(SignedParts.BOTH, Keys.P256, false),
    ENCRYPTED_P256(SignedParts.BOTH, Keys.P256, true);

    private static final String SP = "https://app.example.org";
    private static final String COMPANY = "6f1c1c3e-8f0b-4a52-9d0e-0c2a7f1b5d11";
    private static final String ACS = SP + "/auth/saml/" + COMPANY;
    private static final Map<String, List<String>> ATTRIBUTES =
            Map.of("first_name", List.of("Ada"), "last_name", List.of("Lovelace"), "saml_id", List.of("ada"));

    private final SignedParts signed;
    private final IdpKeys keys;
    private final boolean isEncrypted;

    Answer(SignedParts signed, IdpKeys keys, boolean isEncrypted) {
        this.signed = signed;
        this.keys = keys;
        this.isEncrypted = isEncrypted;
    }

    /** The form field as it reaches the ACS. */
    String base64(Instant now) {
        var plan = ResponsePlan.jumpCloud(COMPANY, SP, ACS, "_request", "ada", ATTRIBUTES, now)
                .withSign(signed);
        return ResponseFactory.base64(
                isEncrypted ? plan.withEncryption(Encryption.to(Keys.OURS.certificate())) : plan, keys);
    }

    /** The connection by which it is accepted. */
    ConnectionTrust trust() {
        return new ConnectionTrust(
                SP,
                ACS,
                COMPANY,
                List.of(keys.certificate()),
                AttributeNames.DEFAULT,
                Duration.ofMinutes(3),
                RequiredSignature.EITHER,
                ExpiredCertificates.ACCEPT,
                () -> isEncrypted ? List.of(Keys.OURS.privateKey()) : List.of());
    }

    /** A key takes longer to make than all the rest. */
    private static final class Keys {
        static final IdpKeys RSA = IdpKeys.rsa2048();
        static final IdpKeys P256 = IdpKeys.ec("secp256r1");
        static final IdpKeys OURS = IdpKeys.rsa2048();
    }
}
