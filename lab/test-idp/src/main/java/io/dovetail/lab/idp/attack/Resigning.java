package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.IdpKeys;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.w3c.dom.Element;

/** Changes a SignedInfo in ways that no signing library offers, and makes its signature value fit again. */
final class Resigning {

    static {
        Init.init();
    }

    private Resigning() {}

    /** The provider itself signs the SignedInfo as it now stands, with the JCA algorithm given. */
    static void by(IdpKeys keys, String jcaAlgorithm, Element signature) {
        try {
            Signature signer = keys.privateKey().getAlgorithm().equals("EC")
                    ? Signature.getInstance(jcaAlgorithm, new BouncyCastleProvider())
                    : Signature.getInstance(jcaAlgorithm);
            signer.initSign(keys.privateKey());
            signer.update(signedInfo(signature));
            setValue(signature, signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The SignedInfo could not be signed again", e);
        }
    }

    /** As above, with SHA-256 and whatever kind of key the provider has. */
    static void by(IdpKeys keys, Element signature) {
        String kind = keys.privateKey().getAlgorithm();
        by(keys, kind.equals("EC") ? "SHA256withPLAIN-ECDSA" : "SHA256with" + kind, signature);
    }

    static void setValue(Element signature, byte[] value) {
        Xml.requireChild(signature, Names.DS, "SignatureValue")
                .setTextContent(Base64.getEncoder().encodeToString(value));
    }

    /** The bytes of SignedInfo that are signed. */
    static byte[] signedInfo(Element signature) {
        Element signedInfo = Xml.requireChild(signature, Names.DS, "SignedInfo");
        String algorithm =
                Xml.requireChild(signedInfo, Names.DS, "CanonicalizationMethod").getAttribute("Algorithm");
        return canonical(signedInfo, algorithm);
    }

    static Element reference(Element signature) {
        return Xml.descendants(signature, Names.DS, "Reference").get(0);
    }

    static Element digestValue(Element signature) {
        return Xml.descendants(signature, Names.DS, "DigestValue").get(0);
    }

    /** The base64 digest of a part without its Signature, as an honest Reference would state it. */
    static String digest(Element part, String jcaAlgorithm) {
        return digest(canonical(Hostile.withoutSignature(part), Names.EXCLUSIVE_C14N), jcaAlgorithm);
    }

    static String digest(byte[] bytes, String jcaAlgorithm) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance(jcaAlgorithm).digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The JDK knows no such digest: " + jcaAlgorithm, e);
        }
    }

    private static byte[] canonical(Element element, String algorithm) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Canonicalizer.getInstance(algorithm).canonicalizeSubtree(element, out);
            return out.toByteArray();
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("The element could not be canonicalised", e);
        }
    }
}
