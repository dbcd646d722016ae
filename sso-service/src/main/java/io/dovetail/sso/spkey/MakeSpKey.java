package io.dovetail.sso.spkey;

import io.dovetail.kit.ticket.Pair;
import io.dovetail.kit.ticket.Seals;
import io.dovetail.sso.saml.SpCredential;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jboss.logging.Logger;

/**
 * Makes keys of ours, RSA of 2048 bits, which every provider takes, and keeps them sealed.
 *
 * <p>The certificate is self-signed and lives ten years: providers trust the key, and some refuse an ended certificate.
 */
@ApplicationScoped
class MakeSpKey {
    private static final Pair TO_OURSELVES = new Pair("sso-service", "sso-service");
    private static final int BITS = 2_048;
    private static final Duration LIFE = Duration.ofDays(3_650);

    private static final Logger LOG = Logger.getLogger(MakeSpKey.class);

    private final Seals seals;

    MakeSpKey(Seals seals) {
        this.seals = seals;
    }

    /** A key with its certificate, and sealed. */
    record Made(X509Certificate certificate, String sealedKey) {}

    Made make(KeyUse use, Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            return new Made(certify(pair, use, now), seal(pair.getPrivate()));
        } catch (GeneralSecurityException | OperatorCreationException failure) {
            throw new IllegalStateException("a key could not be made", failure);
        }
    }

    /** Empty, and said in the log, if it does not open: a sealing key was dropped too early, or the row was changed. */
    Optional<SpCredential> findOpened(SpKey key) {
        try {
            return Optional.of(open(key));
        } catch (RuntimeException sealed) {
            LOG.errorf(
                    sealed,
                    "a key of ours does not open company=%s use=%s key=%s",
                    key.companyId(),
                    key.use(),
                    key.id());
            return Optional.empty();
        }
    }

    SpCredential open(SpKey key) {
        var text = seals.open(TO_OURSELVES, key.sealedKey())
                .orElseThrow(() -> new IllegalStateException(
                        "a stored key opens with no key of dovetail.tickets.keys.\"sso-service.sso-service\""));
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text));
            return new SpCredential(KeyFactory.getInstance("RSA").generatePrivate(encoded), key.certificate());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a stored key can't be read", failure);
        }
    }

    /** Whether the sealing key of today opens it; else it is to be sealed anew. */
    boolean isSealedWithTheCurrentKey(SpKey key) {
        return seals.isCurrent(TO_OURSELVES, key.sealedKey());
    }

    String seal(PrivateKey key) {
        return seals.seal(TO_OURSELVES, Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    private static X509Certificate certify(KeyPair pair, KeyUse use, Instant now)
            throws OperatorCreationException, GeneralSecurityException {
        var name = new X500Name("CN=Single sign-on " + (use == KeyUse.SIGNING ? "requests" : "encryption"));
        var builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(120, new SecureRandom()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(LIFE)),
                name,
                pair.getPublic());
        var signer = new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }
}
