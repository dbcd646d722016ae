package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Xml;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;

/** security.md C9, D1 and D2 where only decryption brings them to light: the ciphertext holds a document type. */
public final class PlaintextAttacks {
    private static final String NAME = "</saml:NameID>";

    private PlaintextAttacks() {}

    /** C9: a DOCTYPE that does nothing. */
    public static String doctype(AttackScene scene) {
        return encrypting(scene, "", UnaryOperator.identity());
    }

    /** D1: an external entity in the NameID, at an address that nobody may open. */
    public static String externalEntity(AttackScene scene) {
        return encrypting(
                scene,
                "[<!ENTITY hostile SYSTEM \"" + scene.trap() + "\">]",
                xml -> xml.replace(NAME, "&hostile;" + NAME));
    }

    /** D2: entities of entities, a billion in all, in the NameID. */
    public static String exponentialEntities(AttackScene scene) {
        return encrypting(scene, ExhaustionAttacks.exponentialSubset(), xml -> xml.replace(NAME, "&hostile;" + NAME));
    }

    /** The signed Assertion as text behind a document type, encrypted as it stands, in a signed Response. */
    private static String encrypting(AttackScene scene, String subset, UnaryOperator<String> change) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Document alone = Xml.empty();
        alone.appendChild(alone.importNode(hostile.assertion(), true));
        String text = Xml.text(alone);
        String assertion = change.apply(text.substring(text.indexOf("?>") + 2));
        String whole = "<!DOCTYPE saml:Assertion " + subset + ">" + assertion;
        scene.encryption()
                .encryptText(hostile.assertion(), whole, scene.honest().audience());
        return hostile.sign(SignedParts.RESPONSE).encoded();
    }
}
