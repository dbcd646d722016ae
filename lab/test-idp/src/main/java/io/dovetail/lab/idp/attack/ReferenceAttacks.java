package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.List;
import javax.xml.crypto.dsig.Manifest;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import org.w3c.dom.Element;

/** security.md C1 to C5: two readers of one SignedInfo find different digests, or different things digested. */
public final class ReferenceAttacks {

    private ReferenceAttacks() {}

    /** C1: a DigestValue that fits the forgery, planted in a ds:Object. */
    public static String secondDigestValue(AttackScene scene) {
        Hostile hostile = forgedUnderItsSignature(scene);
        Element object = Xml.append(signature(hostile), Names.DS, "ds:Object");
        Xml.append(object, Names.DS, "ds:DigestValue", forgedDigest(hostile));
        return hostile.encoded();
    }

    /** C1: a whole Reference that fits the forgery, planted in a ds:Object. */
    public static String secondReference(AttackScene scene) {
        Hostile hostile = forgedUnderItsSignature(scene);
        Element signature = signature(hostile);
        Element planted = (Element) Resigning.reference(signature).cloneNode(true);
        Xml.requireChild(planted, Names.DS, "DigestValue").setTextContent(forgedDigest(hostile));
        Xml.append(signature, Names.DS, "ds:Object").appendChild(planted);
        return hostile.encoded();
    }

    /** C2: the digest of the forgery in a comment, which canonicalisation drops, before the true one. */
    public static String commentInDigestValue(AttackScene scene) {
        Hostile hostile = forgedUnderItsSignature(scene);
        Element value = Resigning.digestValue(signature(hostile));
        value.insertBefore(hostile.document().createComment(forgedDigest(hostile)), value.getFirstChild());
        return hostile.encoded();
    }

    /** C3: a second SignedInfo, which fits the forgery, before the signed one. */
    public static String forgedSignedInfoFirst(AttackScene scene) {
        Hostile hostile = forgedUnderItsSignature(scene);
        Element signature = signature(hostile);
        signature.insertBefore(forgedSignedInfo(hostile), signature.getFirstChild());
        return hostile.encoded();
    }

    /** C3: a second SignedInfo, which fits the forgery, after the signed one. */
    public static String forgedSignedInfoLast(AttackScene scene) {
        Hostile hostile = forgedUnderItsSignature(scene);
        Element signature = signature(hostile);
        Element signed = Xml.requireChild(signature, Names.DS, "SignedInfo");
        signature.insertBefore(forgedSignedInfo(hostile), signed.getNextSibling());
        return hostile.encoded();
    }

    /** C3: the signed SignedInfo wrapped in a ds:Object, one that fits the forgery in its place. */
    public static String signedInfoWrapped(AttackScene scene) {
        Hostile hostile = forgedUnderItsSignature(scene);
        Element signature = signature(hostile);
        Element signed = Xml.requireChild(signature, Names.DS, "SignedInfo");
        signature.replaceChild(forgedSignedInfo(hostile), signed);
        Xml.append(signature, Names.DS, "ds:Object").appendChild(signed);
        return hostile.encoded();
    }

    /** C4: a SignedInfo without any Reference, signed by the provider. */
    public static String noReference(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element signature = signature(hostile);
        Xml.remove(Resigning.reference(signature));
        Resigning.by(scene.keys(), signature);
        return hostile.encoded();
    }

    /** C4: two References in one SignedInfo. */
    public static String severalReferences(AttackScene scene) {
        Hostile hostile = Hostile.unsigned(scene);
        Signing signing = Signing.by(scene.keys());
        String uri = "#" + scene.honest().assertionId();
        List<Reference> references = List.of(signing.reference(uri), signing.reference(uri));
        signing.sign(hostile.assertion(), references, List.of());
        return hostile.encoded();
    }

    /** C4: the signature covers a Manifest, whose own References nobody has to check. */
    public static String manifest(AttackScene scene) {
        Hostile hostile = Hostile.unsigned(scene);
        Signing signing = Signing.by(scene.keys());
        XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
        Manifest manifest = factory.newManifest(
                List.of(signing.reference("#" + scene.honest().assertionId())), "manifest");
        XMLObject object = factory.newXMLObject(List.of(manifest), null, null, null);
        Reference covering =
                signing.withTransforms(Signing.Step.of(Names.EXCLUSIVE_C14N)).reference("#manifest", Manifest.TYPE);
        signing.sign(hostile.assertion(), List.of(covering), List.of(object));
        Hostile.forge(hostile.assertion());
        return hostile.encoded();
    }

    /** C5: an empty Reference URI, which means the whole document. */
    public static String emptyUri(AttackScene scene) {
        Hostile hostile = Hostile.unsigned(scene);
        Signing.by(scene.keys()).withReferenceUri("").sign(hostile.response());
        return hostile.encoded();
    }

    /** C5: a Reference to a web address. */
    public static String externalUri(AttackScene scene) {
        return pointedAt(scene, scene.trap().toString());
    }

    /** C5: a Reference to a file of the reader's machine. */
    public static String fileUri(AttackScene scene) {
        return pointedAt(scene, "file:///etc/hostname");
    }

    /** C5: a Reference by XPointer. */
    public static String xpointer(AttackScene scene) {
        Hostile hostile = Hostile.unsigned(scene);
        String uri = "#xpointer(id('" + scene.honest().assertionId() + "'))";
        Signing.by(scene.keys()).withReferenceUri(uri).sign(hostile.assertion());
        return hostile.encoded();
    }

    /** C5: the Assertion's Signature refers to the Response around it. */
    public static String anotherId(AttackScene scene) {
        Hostile hostile = Hostile.unsigned(scene);
        String uri = "#" + scene.honest().responseId();
        Signing.by(scene.keys()).withReferenceUri(uri).sign(hostile.assertion());
        return hostile.encoded();
    }

    private static String pointedAt(AttackScene scene, String uri) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element signature = signature(hostile);
        Resigning.reference(signature).setAttribute("URI", uri);
        Resigning.by(scene.keys(), signature);
        return hostile.encoded();
    }

    private static Hostile forgedUnderItsSignature(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Hostile.forge(hostile.assertion());
        return hostile;
    }

    private static Element signature(Hostile hostile) {
        return Hostile.signatureOf(hostile.assertion());
    }

    private static String forgedDigest(Hostile hostile) {
        return Resigning.digest(hostile.assertion(), "SHA-256");
    }

    private static Element forgedSignedInfo(Hostile hostile) {
        Element signed = Xml.requireChild(signature(hostile), Names.DS, "SignedInfo");
        Element forged = (Element) signed.cloneNode(true);
        Xml.descendants(forged, Names.DS, "DigestValue").get(0).setTextContent(forgedDigest(hostile));
        return forged;
    }
}
