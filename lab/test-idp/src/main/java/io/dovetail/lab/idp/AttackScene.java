package io.dovetail.lab.idp;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where an attack takes place.
 *
 * @param honest the response that would be accepted, checked at its own issue instant
 * @param keys the provider's keys, which the connection trusts
 * @param foreign another company's (or the attacker's) keys, which the connection does not trust
 * @param encryptTo the certificate that an encrypted Assertion is meant for
 * @param trap an address that nobody may ever open; a test can listen there
 * @param clockSkew what the connection forgives
 */
public record AttackScene(
        ResponsePlan honest, IdpKeys keys, IdpKeys foreign, X509Certificate encryptTo, URI trap, Duration clockSkew) {

    /** The person that every forgery names: in NameID and in each attribute. */
    public static final String FORGED = "forged-person";

    private static volatile @Nullable IdpKeys stranger;

    /** A scene with a stranger's keys, a trap at a closed port and three minutes of skew. */
    public static AttackScene of(ResponsePlan honest, IdpKeys keys) {
        IdpKeys foreign = stranger();
        return new AttackScene(
                honest,
                keys,
                foreign,
                foreign.certificate(),
                URI.create("http://127.0.0.1:9/trap"),
                Duration.ofMinutes(3));
    }

    public AttackScene withHonest(ResponsePlan value) {
        return new AttackScene(value, keys, foreign, encryptTo, trap, clockSkew);
    }

    public AttackScene withKeys(IdpKeys value) {
        return new AttackScene(honest, value, foreign, encryptTo, trap, clockSkew);
    }

    public AttackScene withForeign(IdpKeys value) {
        return new AttackScene(honest, keys, value, encryptTo, trap, clockSkew);
    }

    public AttackScene withEncryptTo(X509Certificate value) {
        return new AttackScene(honest, keys, foreign, value, trap, clockSkew);
    }

    public AttackScene withTrap(URI value) {
        return new AttackScene(honest, keys, foreign, encryptTo, value, clockSkew);
    }

    public AttackScene withClockSkew(Duration value) {
        return new AttackScene(honest, keys, foreign, encryptTo, trap, value);
    }

    /** How an Assertion is encrypted here: as the honest plan says, or in the usual way for {@link #encryptTo}. */
    public Encryption encryption() {
        Encryption planned = honest.encryption();
        return planned == null ? Encryption.to(encryptTo) : planned;
    }

    private static synchronized IdpKeys stranger() {
        IdpKeys known = stranger;
        if (known == null) {
            known = IdpKeys.rsa2048();
            stranger = known;
        }
        return known;
    }
}
