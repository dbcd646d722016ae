package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import org.w3c.dom.Element;

/** security.md E1 to E3: algorithms and keys that are too weak, in the provider's own hand. */
public final class AlgorithmAttacks {

    private static final String UNKNOWN = "urn:example:unknown-algorithm";

    private AlgorithmAttacks() {}

    /** E1: SHA-1 in the signature. */
    public static String sha1Signature(AttackScene scene) {
        String algorithm = scene.keys().signatureAlgorithm().equals(Names.RSA_SHA256)
                ? Names.RSA_SHA1
                : scene.keys().signatureAlgorithm().replace("sha256", "sha1");
        return signed(scene, Signing.by(scene.keys()).withKey(scene.keys().privateKey(), algorithm));
    }

    /** E1: SHA-1 in the digest. */
    public static String sha1Digest(AttackScene scene) {
        return signed(scene, Signing.by(scene.keys()).withDigestAlgorithm(Names.SHA1));
    }

    /** E2: MD5 in the signature; the provider has an RSA key. */
    public static String md5Signature(AttackScene scene) {
        return relabelled(scene, "SignatureMethod", Names.RSA_MD5, "MD5withRSA", "SHA-256");
    }

    /** E2: MD5 in the digest; the provider has an RSA key. */
    public static String md5Digest(AttackScene scene) {
        return relabelled(scene, "DigestMethod", Names.MD5, "SHA256withRSA", "MD5");
    }

    /** E2: a signature algorithm that nobody knows; the provider has an RSA key. */
    public static String unknownSignature(AttackScene scene) {
        return relabelled(scene, "SignatureMethod", UNKNOWN, "SHA256withRSA", "SHA-256");
    }

    /** E2: a digest that nobody knows; the provider has an RSA key. */
    public static String unknownDigest(AttackScene scene) {
        return relabelled(scene, "DigestMethod", UNKNOWN, "SHA256withRSA", "SHA-256");
    }

    /** E3: a weak key that the connection happens to trust; see {@code Attack.trusted}. */
    public static String weakKey(AttackScene scene) {
        return signed(scene, Signing.by(scene.keys()));
    }

    /** E3: a weak curve that the JDK has dropped and that is therefore signed by other means. */
    public static String weakCurve(AttackScene scene) {
        Hostile hostile = Hostile.unsigned(scene);
        Signing byAnotherCurve = Signing.by(IdpKeys.ec("secp256r1"));
        Element signature =
                byAnotherCurve.withCertificate(scene.keys().certificate()).sign(hostile.assertion());
        Resigning.by(scene.keys(), signature);
        return hostile.encoded();
    }

    private static String signed(AttackScene scene, Signing signing) {
        Hostile hostile = Hostile.unsigned(scene);
        signing.sign(hostile.assertion());
        return hostile.encoded();
    }

    /** Changes the name of an algorithm after the fact and signs again with what the name means. */
    private static String relabelled(
            AttackScene scene, String method, String algorithm, String jcaSignature, String jcaDigest) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element signature = Hostile.signatureOf(hostile.assertion());
        Xml.descendants(signature, Names.DS, method).get(0).setAttribute("Algorithm", algorithm);
        Resigning.digestValue(signature).setTextContent(Resigning.digest(hostile.assertion(), jcaDigest));
        Resigning.by(scene.keys(), jcaSignature, signature);
        return hostile.encoded();
    }
}
