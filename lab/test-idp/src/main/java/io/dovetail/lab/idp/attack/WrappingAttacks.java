package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import org.w3c.dom.Element;

/** security.md A1 to A11: the signed original is moved aside and a forgery takes its place. */
public final class WrappingAttacks {

    private WrappingAttacks() {}

    /** A1: the original Response inside the Signature of the forged one. */
    public static String originalResponseInSignature(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.RESPONSE);
        Element original = forgeResponse(hostile);
        Hostile.signatureOf(hostile.response()).appendChild(original);
        return hostile.encoded();
    }

    /** A2: the original Response as a sibling before the Signature. */
    public static String originalResponseBeforeSignature(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.RESPONSE);
        Element original = forgeResponse(hostile);
        hostile.response().insertBefore(original, Hostile.signatureOf(hostile.response()));
        return hostile.encoded();
    }

    /** A3: a forged unsigned Assertion before the signed one. */
    public static String forgedAssertionFirst(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element original = hostile.assertion();
        hostile.response().insertBefore(Hostile.forgedCopy(original), original);
        return hostile.encoded();
    }

    /** A4: the signed Assertion as a child of the forged one. */
    public static String signedAssertionInsideForged(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element original = hostile.assertion();
        Element forged = replaceByForgery(hostile);
        forged.appendChild(original);
        return hostile.encoded();
    }

    /** A5: the forged Assertion carries the original Signature, the original is appended. */
    public static String forgedAssertionCarriesSignature(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element original = forgeAssertion(hostile);
        hostile.response().appendChild(original);
        return hostile.encoded();
    }

    /** A6: the original Assertion inside the Signature of the forged one. */
    public static String originalAssertionInSignature(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element original = forgeAssertion(hostile);
        Hostile.signatureOf(hostile.assertion()).appendChild(original);
        return hostile.encoded();
    }

    /** A7: a forged copy in Extensions, under an ID of its own. */
    public static String forgedCopyInExtensions(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        hostile.extensions().appendChild(Hostile.forgedCopy(hostile.assertion()));
        return hostile.encoded();
    }

    /** A7: a forged copy in Extensions, under the same ID. */
    public static String forgedCopyInExtensionsWithSameId(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element copy = Hostile.withoutSignature(hostile.assertion());
        Hostile.forge(copy);
        hostile.extensions().appendChild(copy);
        return hostile.encoded();
    }

    /** A8: the original Assertion in a ds:Object of the forged one's Signature. */
    public static String originalAssertionInObject(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element original = forgeAssertion(hostile);
        Element signature = Hostile.signatureOf(hostile.assertion());
        Xml.append(signature, Names.DS, "ds:Object").appendChild(original);
        return hostile.encoded();
    }

    /** A9: an unsigned Assertion before the signed one, about the same person. */
    public static String unsignedAssertionFirst(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element original = hostile.assertion();
        hostile.response().insertBefore(Hostile.renamed(Hostile.withoutSignature(original)), original);
        return hostile.encoded();
    }

    /** A9: a forged unsigned Assertion after the signed one. */
    public static String unsignedAssertionLast(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        hostile.response().appendChild(Hostile.forgedCopy(hostile.assertion()));
        return hostile.encoded();
    }

    /** A10: the Signature stands in the Response, its Reference covers an Assertion in Extensions. */
    public static String signatureStandsInResponseAndCoversExtensions(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element original = forgeAssertion(hostile);
        Hostile.place(Hostile.signatureOf(hostile.assertion()), hostile.response());
        hostile.extensions().appendChild(original);
        return hostile.encoded();
    }

    /** A10: the Signature stands in the forged Assertion, its Reference covers one in Extensions. */
    public static String signatureStandsInAssertionAndCoversExtensions(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element original = forgeAssertion(hostile);
        hostile.extensions().appendChild(original);
        return hostile.encoded();
    }

    /** A11: the signed Assertion hidden in the Advice of the forged one. */
    public static String signedCarrierInAdvice(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element original = hostile.assertion();
        Element forged = replaceByForgery(hostile);
        Element advice = hostile.document().createElementNS(Names.SAML, "saml:Advice");
        Element conditions = Xml.requireChild(forged, Names.SAML, "Conditions");
        forged.insertBefore(advice, conditions.getNextSibling());
        advice.appendChild(original);
        return hostile.encoded();
    }

    /** A11: the signed Assertion hidden in StatusDetail. */
    public static String signedCarrierInStatusDetail(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element original = hostile.assertion();
        replaceByForgery(hostile);
        Element status = Xml.requireChild(hostile.response(), Names.SAMLP, "Status");
        Xml.append(status, Names.SAMLP, "samlp:StatusDetail").appendChild(original);
        return hostile.encoded();
    }

    /** A11: the signed Assertion hidden in the SubjectConfirmationData of the forged one. */
    public static String signedCarrierInSubjectConfirmationData(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element original = hostile.assertion();
        Element forged = replaceByForgery(hostile);
        Xml.descendants(forged, Names.SAML, "SubjectConfirmationData").get(0).appendChild(original);
        return hostile.encoded();
    }

    /** A11: the signed Assertion hidden in Extensions. */
    public static String signedCarrierInExtensions(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element original = hostile.assertion();
        replaceByForgery(hostile);
        hostile.extensions().appendChild(original);
        return hostile.encoded();
    }

    /** Turns the Response into a forgery under a fresh ID that keeps its Signature; answers the original without. */
    private static Element forgeResponse(Hostile hostile) {
        Element original = Hostile.withoutSignature(hostile.response());
        Hostile.renamed(hostile.response());
        Hostile.forge(Hostile.renamed(hostile.assertion()));
        return original;
    }

    /** Turns the Assertion into a forgery under a fresh ID that keeps its Signature; answers the original without. */
    private static Element forgeAssertion(Hostile hostile) {
        Element original = Hostile.withoutSignature(hostile.assertion());
        Hostile.forge(Hostile.renamed(hostile.assertion()));
        return original;
    }

    /** Puts an unsigned forgery where the signed Assertion was. */
    private static Element replaceByForgery(Hostile hostile) {
        Element original = hostile.assertion();
        Element forged = Hostile.forgedCopy(original);
        hostile.response().replaceChild(forged, original);
        return forged;
    }
}
