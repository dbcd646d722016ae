package io.dovetail.lab.idp;

import io.dovetail.lab.idp.xml.Names;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A provider's signing key with the self-signed certificate that its metadata publishes. */
public final class IdpKeys {

    /** Not registered with the JVM: the key types that the JDK has dropped come from here, all else from the JDK. */
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private static final Provider JDK = Security.getProvider("SUN");

    /** The second half of a signature algorithm's name, for keys that are named otherwise. */
    private static final Map<String, String> SIGNS_BY = Map.of("EC", "ECDSA", "RSASSA-PSS", "RSAandMGF1");

    private static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2049-12-31T00:00:00Z");

    private final KeyPair pair;
    private final Provider certifier;
    private final X509Certificate certificate;

    private IdpKeys(KeyPair pair, Provider certifier, Instant from, Instant until) {
        this(pair, certifier, certify(pair, certifier, from, until));
    }

    private IdpKeys(KeyPair pair, Provider certifier, X509Certificate certificate) {
        this.pair = pair;
        this.certifier = certifier;
        this.certificate = certificate;
    }

    /** Keys that were kept somewhere. */
    public static IdpKeys of(PrivateKey key, X509Certificate certificate) {
        return new IdpKeys(new KeyPair(certificate.getPublicKey(), key), JDK, certificate);
    }

    /** A key such as most providers use. */
    public static IdpKeys rsa2048() {
        return rsa(2048);
    }

    /** An RSA key of that many bits; fewer than 2048 are too weak for anyone (security.md E3). */
    public static IdpKeys rsa(int bits) {
        return generate("RSA", bits);
    }

    /** An RSA key that its certificate binds to RSASSA-PSS (RFC 4055): rsa-sha256 does not verify by it. */
    public static IdpKeys rsaPss(int bits) {
        return generate("RSASSA-PSS", bits);
    }

    /** A DSA key of that many bits, which nobody should accept (security.md E3). */
    public static IdpKeys dsa(int bits) {
        return generate("DSA", bits);
    }

    /** An EC key on a named curve such as {@code secp256r1}, or one too weak such as {@code secp224r1}. */
    public static IdpKeys ec(String curve) {
        try {
            return onCurve(curve, KeyPairGenerator.getInstance("EC"), JDK);
        } catch (GeneralSecurityException unknownToTheJdk) {
            try {
                return onCurve(curve, KeyPairGenerator.getInstance("EC", BOUNCY_CASTLE), BOUNCY_CASTLE);
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("There is no such curve: " + curve, e);
            }
        }
    }

    /** The same key under a certificate of another life, for instance one that has ended (security.md B11). */
    public IdpKeys withCertificateLife(Instant from, Instant until) {
        return new IdpKeys(pair, certifier, from, until);
    }

    /** The key that signs. */
    public PrivateKey privateKey() {
        return pair.getPrivate();
    }

    /** The certificate that metadata publishes. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The XML Signature algorithm with SHA-256 that fits this kind of key. */
    public String signatureAlgorithm() {
        return switch (pair.getPrivate().getAlgorithm()) {
            case "RSA" -> Names.RSA_SHA256;
            case "DSA" -> Names.DSA_SHA256;
            default -> Names.ECDSA_SHA256;
        };
    }

    private static IdpKeys generate(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return new IdpKeys(generator.generateKeyPair(), JDK, FROM, UNTIL);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The JDK makes no such keys: " + algorithm + " " + bits, e);
        }
    }

    private static IdpKeys onCurve(String curve, KeyPairGenerator generator, Provider certifier)
            throws GeneralSecurityException {
        generator.initialize(new ECGenParameterSpec(curve));
        return new IdpKeys(generator.generateKeyPair(), certifier, FROM, UNTIL);
    }

    private static X509Certificate certify(KeyPair pair, Provider certifier, Instant from, Instant until) {
        X500Name name = new X500Name("CN=Test Identity Provider, O=Dovetail Lab");
        BigInteger serial = new BigInteger(120, new SecureRandom());
        String kind = pair.getPrivate().getAlgorithm();
        try {
            var signer = new JcaContentSignerBuilder("SHA256with" + SIGNS_BY.getOrDefault(kind, kind))
                    .setProvider(BOUNCY_CASTLE)
                    .build(pair.getPrivate());
            var builder = new JcaX509v3CertificateBuilder(
                    name, serial, Date.from(from), Date.from(until), name, pair.getPublic());
            return new JcaX509CertificateConverter().setProvider(certifier).getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("The key could not be certified", e);
        }
    }
}
