package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.SamlIds;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.function.Consumer;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A response on its way from honest to hostile, with the moves that several attacks share. */
final class Hostile {

    private final AttackScene scene;
    private final Document document;

    private Hostile(AttackScene scene, Document document) {
        this.scene = scene;
        this.document = document;
    }

    /** The honest response, not yet signed. */
    static Hostile unsigned(AttackScene scene) {
        return new Hostile(scene, ResponseWriter.unsigned(scene.honest()));
    }

    /** The honest response with honest signatures on these parts. */
    static Hostile signed(AttackScene scene, SignedParts parts) {
        return unsigned(scene).sign(parts);
    }

    /** A response that says something else, honestly signed on the parts that the plan names. */
    static String planned(AttackScene scene, ResponsePlan plan) {
        return ResponseFactory.base64(plan, scene.keys());
    }

    /** A response edited before it is signed and perhaps encrypted, so that every signature is good. */
    static String edited(AttackScene scene, Consumer<Hostile> edit) {
        Hostile hostile = unsigned(scene);
        edit.accept(hostile);
        ResponseFactory.complete(hostile.document, scene.honest(), scene.keys());
        return hostile.encoded();
    }

    Hostile sign(SignedParts parts) {
        ResponseFactory.sign(document, scene.honest().withSign(parts), scene.keys());
        return this;
    }

    AttackScene scene() {
        return scene;
    }

    Document document() {
        return document;
    }

    Element response() {
        return document.getDocumentElement();
    }

    /** The Assertion in its lawful place. */
    Element assertion() {
        return Xml.requireChild(response(), Names.SAML, "Assertion");
    }

    /** The first element of SAML's assertion namespace with that name. */
    Element the(String localName) {
        return Xml.descendants(document, Names.SAML, localName).get(0);
    }

    /** Deep copy of a signed part as it was before it carried its Signature. */
    static Element withoutSignature(Element part) {
        Element copy = (Element) part.cloneNode(true);
        Xml.findChild(copy, Names.DS, "Signature").ifPresent(Xml::remove);
        return copy;
    }

    /** Deep copy of an Assertion that names the forged person under a fresh ID, without a Signature. */
    static Element forgedCopy(Element assertion) {
        Element copy = withoutSignature(assertion);
        forge(copy);
        return renamed(copy);
    }

    /** Makes every claim inside about the forged person; the ID stays. */
    static void forge(Element part) {
        for (Element nameId : Xml.descendants(part, Names.SAML, "NameID")) {
            nameId.setTextContent(AttackScene.FORGED);
        }
        for (Element value : Xml.descendants(part, Names.SAML, "AttributeValue")) {
            value.setTextContent(AttackScene.FORGED);
        }
    }

    /** Gives a part a fresh ID. */
    static Element renamed(Element part) {
        part.setAttribute("ID", SamlIds.next());
        return part;
    }

    static Element signatureOf(Element part) {
        return Xml.requireChild(part, Names.DS, "Signature");
    }

    /** Changes a signature value, so that it fits nothing any more. */
    static void spoil(Element signature) {
        Element value = Xml.requireChild(signature, Names.DS, "SignatureValue");
        String text = value.getTextContent();
        char first = text.charAt(0) == 'A' ? 'B' : 'A';
        value.setTextContent(first + text.substring(1));
    }

    /** Moves a Signature to its lawful place in another part: after the Issuer. */
    static void place(Element signature, Element part) {
        Element issuer = Xml.requireChild(part, Names.SAML, "Issuer");
        part.insertBefore(signature, issuer.getNextSibling());
    }

    /** The Response's Extensions, made before Status when there are none. */
    Element extensions() {
        return Xml.findChild(response(), Names.SAMLP, "Extensions").orElseGet(() -> {
            Element extensions = document.createElementNS(Names.SAMLP, "samlp:Extensions");
            response().insertBefore(extensions, Xml.requireChild(response(), Names.SAMLP, "Status"));
            return extensions;
        });
    }

    String encoded() {
        return ResponseFactory.encode(document);
    }
}
