package io.dovetail.sso.saml.metadata;

import io.dovetail.lab.idp.IdpKeys;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates of RSA keys that nobody holds, of any size and in any number. */
final class LargeKeys {
    private static final IdpKeys AUTHORITY = IdpKeys.rsa2048();
    private static final Random RANDOM = new Random(7);

    private LargeKeys() {}

    /** As a descriptor in the metadata. */
    static String rsa(int bits, int exponentBits) {
        return MetadataFile.key("", certificate(bits, exponentBits));
    }

    static String many(int number) {
        return IntStream.range(0, number).mapToObj(one -> rsa(2_048, 17)).collect(Collectors.joining());
    }

    private static String certificate(int bits, int exponentBits) {
        var kind = new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        var name = new X500Name("CN=Large");
        var builder = new X509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(Instant.parse("2020-01-01T00:00:00Z")),
                Date.from(Instant.parse("2040-01-01T00:00:00Z")),
                name,
                key(kind, bits, exponentBits));
        try {
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(AUTHORITY.privateKey());
            return Base64.getEncoder().encodeToString(builder.build(signer).getEncoded());
        } catch (OperatorCreationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SubjectPublicKeyInfo key(AlgorithmIdentifier kind, int bits, int exponentBits) {
        try {
            return new SubjectPublicKeyInfo(kind, new RSAPublicKey(odd(bits), odd(exponentBits)));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of exactly so many bits. */
    private static BigInteger odd(int bits) {
        return new BigInteger(bits, RANDOM).setBit(bits - 1).setBit(0);
    }
}
