package io.dovetail.lab.idp;

import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.io.ByteArrayOutputStream;
import java.security.Key;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the JDK says of the signatures in a message, with every precaution switched off. */
public final class JdkValidator {

    static {
        Init.init();
    }

    private final Key key;

    public JdkValidator(IdpKeys keys) {
        this(keys.certificate().getPublicKey());
    }

    public JdkValidator(Key key) {
        this.key = key;
    }

    /** Whether some Signature passes core validation, whichever part its ID names. */
    public boolean acceptsAnySignatureOverAnything(Document document) {
        return Xml.descendants(document, "*", "*").stream()
                .filter(part -> part.hasAttribute("ID"))
                .anyMatch(part -> acceptsAnySignature(document, part));
    }

    /** Whether some Signature passes core validation and refers to {@code original}. */
    public boolean acceptsAnySignature(Document document, Element original) {
        return Xml.descendants(document, Names.DS, "Signature").stream()
                .filter(signature -> refersTo(signature, original.getAttribute("ID")))
                .anyMatch(signature -> accepts(signature, original));
    }

    /** Whether a Signature passes core validation when {@code original} is what its ID names. */
    public boolean accepts(Element signature, Element original) {
        try {
            putForeignChildrenIntoAnObject(signature);
            DOMValidateContext context = new DOMValidateContext(key, signature);
            context.setProperty("org.jcp.xml.dsig.secureValidation", false);
            context.setIdAttributeNS(original, null, "ID");
            return XMLSignatureFactory.getInstance("DOM")
                    .unmarshalXMLSignature(context)
                    .validate(context);
        } catch (Exception e) {

            return false;
        }
    }

    /** The JDK minds elements that stand in a Signature itself, and not those in an Object of it. */
    private static void putForeignChildrenIntoAnObject(Element signature) {
        for (Element child : Xml.children(signature)) {
            if (!Names.DS.equals(child.getNamespaceURI())) {
                Xml.append(signature, Names.DS, "ds:Object").appendChild(child);
            }
        }
    }

    /** Whether a signature value fits some SignedInfo beside or below it, whatever became of what it refers to. */
    public boolean acceptsAnySignedInfo(Document document) {
        return Xml.descendants(document, Names.DS, "Signature").stream().anyMatch(signature -> {
            byte[] value = Base64.getDecoder()
                    .decode(Xml.requireChild(signature, Names.DS, "SignatureValue")
                            .getTextContent());
            Stream<Element> signedInfos = Xml.descendants(signature, Names.DS, "SignedInfo").stream();
            return signedInfos.anyMatch(signedInfo -> fits(signedInfo, value));
        });
    }

    private boolean fits(Element signedInfo, byte[] value) {
        try {
            Signature verifier = verifier(algorithm(signedInfo, "SignatureMethod"));
            verifier.initVerify((PublicKey) key);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Canonicalizer.getInstance(algorithm(signedInfo, "CanonicalizationMethod"))
                    .canonicalizeSubtree(signedInfo, bytes);
            verifier.update(bytes.toByteArray());
            return verifier.verify(value);
        } catch (Exception e) {
            return false;
        }
    }

    private Signature verifier(String algorithm) throws Exception {
        return switch (key.getAlgorithm()) {
            case "RSA" ->
                Signature.getInstance(
                        switch (algorithm) {
                            case Names.RSA_MD5 -> "MD5withRSA";
                            case Names.RSA_SHA1 -> "SHA1withRSA";
                            default -> "SHA256withRSA";
                        });
            case "DSA" -> Signature.getInstance("SHA256withDSAinP1363Format");
            default -> Signature.getInstance("SHA256withPLAIN-ECDSA", new BouncyCastleProvider());
        };
    }

    private static String algorithm(Element signedInfo, String method) {
        return Xml.requireChild(signedInfo, Names.DS, method).getAttribute("Algorithm");
    }

    /** A Signature with an empty URI or without a lawful Reference covers more than one part, so any will do. */
    private static boolean refersTo(Element signature, String id) {
        return Xml.descendants(signature, Names.DS, "Reference").stream()
                .map(reference -> reference.getAttribute("URI"))
                .anyMatch(uri -> uri.isEmpty() || uri.equals("#manifest") || uri.contains(id));
    }
}
