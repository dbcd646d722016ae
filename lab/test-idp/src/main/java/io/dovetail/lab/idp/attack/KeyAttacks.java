package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.Encryption;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.w3c.dom.Element;

/** security.md B: no signature, the wrong key, or a secret that is none. */
public final class KeyAttacks {

    private KeyAttacks() {}

    /** B1: nothing is signed. */
    public static String nothingSigned(AttackScene scene) {
        return Hostile.unsigned(scene).encoded();
    }

    /** B2: only the Assertion is signed, for a connection that requires the Response to be. */
    public static String onlyAssertionSigned(AttackScene scene) {
        return Hostile.signed(scene, SignedParts.ASSERTION).encoded();
    }

    /** B2: only the Response is signed, for a connection that requires the Assertion to be. */
    public static String onlyResponseSigned(AttackScene scene) {
        return Hostile.signed(scene, SignedParts.RESPONSE).encoded();
    }

    /** B3: the Assertion is encrypted and nothing is signed. */
    public static String encryptedAndUnsigned(AttackScene scene) {
        Hostile hostile = Hostile.unsigned(scene);
        Encryption.to(scene.encryptTo())
                .encrypt(hostile.assertion(), scene.honest().audience());
        return hostile.encoded();
    }

    /** B4: signed by the attacker, whose certificate stands in KeyInfo. */
    public static String foreignCertificateInKeyInfo(AttackScene scene) {
        return signedBy(scene, Signing.by(scene.foreign()));
    }

    /** B7: signed by another company's valid key, without KeyInfo. */
    public static String foreignKey(AttackScene scene) {
        return signedBy(scene, Signing.by(scene.foreign()).withCertificate(null));
    }

    /** B6: HMAC with the encoded public key as its secret. */
    public static String hmacWithPublicKey(AttackScene scene) {
        return signedBy(scene, hmac(scene, publicKey(scene.keys())));
    }

    /** B6: HMAC with the encoded certificate as its secret. */
    public static String hmacWithCertificate(AttackScene scene) {
        return signedBy(scene, hmac(scene, encoded(scene.keys().certificate())));
    }

    /** B6: HMACOutputLength leaves one byte to guess. */
    public static String hmacOutputLength(AttackScene scene) {
        Hostile hostile = Hostile.unsigned(scene);
        Hostile.forge(hostile.assertion());
        byte[] secret = publicKey(scene.keys());
        Element signature = hmac(scene, secret).sign(hostile.assertion());
        Element method = Xml.descendants(signature, Names.DS, "SignatureMethod").get(0);
        Xml.append(method, Names.DS, "ds:HMACOutputLength", "8");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] value = mac.doFinal(Resigning.signedInfo(signature));
            Resigning.setValue(signature, Arrays.copyOf(value, 1));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The JDK makes no HMAC", e);
        }
        return hostile.encoded();
    }

    private static String signedBy(AttackScene scene, Signing signing) {
        Hostile hostile = Hostile.unsigned(scene);
        Hostile.forge(hostile.assertion());
        signing.sign(hostile.assertion());
        return hostile.encoded();
    }

    private static Signing hmac(AttackScene scene, byte[] secret) {
        return Signing.by(scene.keys()).withKey(new SecretKeySpec(secret, "HmacSHA256"), Names.HMAC_SHA256);
    }

    private static byte[] publicKey(IdpKeys keys) {
        return keys.certificate().getPublicKey().getEncoded();
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The certificate has no encoding", e);
        }
    }
}
