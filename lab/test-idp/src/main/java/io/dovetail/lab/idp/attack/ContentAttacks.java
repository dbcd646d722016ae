package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import org.w3c.dom.Element;

/** security.md F12 to F15: honestly signed, but something is missing or says no. */
public final class ContentAttacks {

    /** SAML V2.0 Condition for Delegation Restriction, sstc-saml-delegation.xsd. */
    private static final String DELEGATION = "urn:oasis:names:tc:SAML:2.0:conditions:delegation";

    private ContentAttacks() {}

    /** F12: no SubjectConfirmation. */
    public static String noConfirmation(AttackScene scene) {
        return Hostile.edited(scene, hostile -> Xml.remove(hostile.the("SubjectConfirmation")));
    }

    /** F12: a confirmation, but not a bearer's. */
    public static String senderVouches(AttackScene scene) {
        return Hostile.edited(
                scene,
                hostile -> hostile.the("SubjectConfirmation")
                        .setAttribute("Method", "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches"));
    }

    /** F13: the status says that it failed, and an Assertion is there all the same. */
    public static String failedStatus(AttackScene scene) {
        return Hostile.edited(scene, hostile -> statusCode(hostile).setAttribute("Value", Names.STATUS_RESPONDER));
    }

    /** F13: Success stands only inside a failure. */
    public static String successInsideFailure(AttackScene scene) {
        return Hostile.edited(scene, hostile -> {
            statusCode(hostile).setAttribute("Value", Names.STATUS_RESPONDER);
            Xml.append(statusCode(hostile), Names.SAMLP, "samlp:StatusCode")
                    .setAttribute("Value", Names.STATUS_SUCCESS);
        });
    }

    /** F13: the Response is of another version. */
    public static String responseVersion(AttackScene scene) {
        return Hostile.edited(scene, hostile -> hostile.response().setAttribute("Version", "1.1"));
    }

    /** F13: the Assertion is of another version. */
    public static String assertionVersion(AttackScene scene) {
        return Hostile.edited(scene, hostile -> hostile.assertion().setAttribute("Version", "1.1"));
    }

    /** F14: a signed Response of success without any Assertion. */
    public static String noAssertion(AttackScene scene) {
        Hostile hostile = Hostile.unsigned(scene);
        Xml.remove(hostile.assertion());
        return hostile.sign(SignedParts.RESPONSE).encoded();
    }

    /** F14: an Assertion that lacks one of its elements; the honest response must have it. */
    public static Recipe without(String element) {
        return scene -> Hostile.edited(scene, hostile -> Xml.remove(hostile.the(element)));
    }

    /** F14: every attribute is there, and every value is blank. */
    public static String blankValues(AttackScene scene) {
        return withValues(scene, " \t ");
    }

    /** F14: every attribute is there, and every value is empty. */
    public static String emptyValues(AttackScene scene) {
        return withValues(scene, "");
    }

    /** F15: a Condition that nobody knows makes the whole Assertion doubtful (SAML Core 2.5.1.1). */
    public static String unknownCondition(AttackScene scene) {
        return Hostile.edited(scene, hostile -> {
            Element condition = Xml.append(hostile.the("Conditions"), Names.SAML, "saml:Condition");
            condition.setAttributeNS(Names.XMLNS, "xmlns:foreign", DocumentAttacks.FOREIGN);
            condition.setAttributeNS(Names.XSI, "xsi:type", "foreign:UnknownCondition");
        });
    }

    /** F15: a Condition that a schema of OASIS knows, and so may a reader's; whoever does not obey it must refuse. */
    public static String delegationRestriction(AttackScene scene) {
        return Hostile.edited(scene, hostile -> {
            Element condition = Xml.append(hostile.the("Conditions"), Names.SAML, "saml:Condition");
            condition.setAttributeNS(Names.XMLNS, "xmlns:del", DELEGATION);
            condition.setAttributeNS(Names.XSI, "xsi:type", "del:DelegationRestrictionType");
            Element delegate = Xml.append(condition, DELEGATION, "del:Delegate");
            Xml.append(delegate, Names.SAML, "saml:NameID", "https://elsewhere.example.org/delegate");
        });
    }

    private static String withValues(AttackScene scene, String value) {
        return Hostile.edited(
                scene,
                hostile -> Xml.descendants(hostile.assertion(), Names.SAML, "AttributeValue")
                        .forEach(element -> element.setTextContent(value)));
    }

    private static Element statusCode(Hostile hostile) {
        return Xml.descendants(hostile.response(), Names.SAMLP, "StatusCode").get(0);
    }
}
