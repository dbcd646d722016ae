package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/** security.md F1 to F5: honestly signed, but from or for somebody else. */
public final class AddressAttacks {

    private static final String ELSEWHERE = "https://elsewhere.example.org";

    private AddressAttacks() {}

    /** F1: the Destination is another address. */
    public static Recipe destination(UnaryOperator<String> change) {
        return scene -> Hostile.planned(
                scene,
                scene.honest().withDestination(change.apply(scene.honest().recipient())));
    }

    /** F2: a signed Response without Destination. */
    public static String signedResponseWithoutDestination(AttackScene scene) {
        ResponsePlan plan = scene.honest().withDestination(null).withSign(SignedParts.RESPONSE);
        return Hostile.planned(scene, plan);
    }

    /** F3: the Recipient is another address. */
    public static Recipe recipient(UnaryOperator<String> change) {
        return scene -> Hostile.planned(
                scene, scene.honest().withRecipient(change.apply(scene.honest().recipient())));
    }

    /** F3: no Recipient. */
    public static String recipientMissing(AttackScene scene) {
        return Hostile.edited(
                scene, hostile -> hostile.the("SubjectConfirmationData").removeAttribute("Recipient"));
    }

    /** F4: the Audience is another one. */
    public static Recipe audience(UnaryOperator<String> change) {
        return scene -> Hostile.planned(
                scene, scene.honest().withAudience(change.apply(scene.honest().audience())));
    }

    /** F4: no AudienceRestriction. */
    public static String audienceMissing(AttackScene scene) {
        return Hostile.edited(scene, hostile -> Xml.remove(hostile.the("AudienceRestriction")));
    }

    /** F4: a second AudienceRestriction that leaves us out; all of them must hold (SAML Core 2.5.1.4). */
    public static String secondAudienceRestriction(AttackScene scene) {
        return Hostile.edited(scene, hostile -> {
            Element restriction = Xml.append(hostile.the("Conditions"), Names.SAML, "saml:AudienceRestriction");
            Xml.append(restriction, Names.SAML, "saml:Audience", ELSEWHERE);
        });
    }

    /** F5: the Response and the Assertion name another issuer. */
    public static Recipe issuer(UnaryOperator<String> change) {
        return scene -> Hostile.planned(
                scene, scene.honest().withIssuer(change.apply(scene.honest().issuer())));
    }

    /** F5: only the Response names another issuer. */
    public static String responseIssuerUnequal(AttackScene scene) {
        return Hostile.edited(scene, hostile -> issuerOf(hostile.response()).setTextContent(ELSEWHERE));
    }

    /** F5: only the Assertion names another issuer. */
    public static String assertionIssuerUnequal(AttackScene scene) {
        return Hostile.edited(scene, hostile -> issuerOf(hostile.assertion()).setTextContent(ELSEWHERE));
    }

    /** F5: a signed Response without Issuer (SAML Profiles 4.1.4.2). */
    public static String signedResponseWithoutIssuer(AttackScene scene) {
        Hostile hostile = Hostile.unsigned(scene);
        Xml.remove(issuerOf(hostile.response()));
        return hostile.sign(SignedParts.RESPONSE).encoded();
    }

    /** F5: an Assertion without Issuer. */
    public static String assertionWithoutIssuer(AttackScene scene) {
        return Hostile.edited(scene, hostile -> Xml.remove(issuerOf(hostile.assertion())));
    }

    /** Another host altogether. */
    public static String elsewhere(String honest) {
        return ELSEWHERE;
    }

    /** The same address for another company. */
    public static String otherCompany(String honest) {
        return honest.substring(0, honest.lastIndexOf('/') + 1) + UUID.randomUUID();
    }

    /** Nothing. */
    public static String empty(String honest) {
        return "";
    }

    /** What administrators at JumpCloud forget to replace (security.md H2). */
    public static String placeholder(String honest) {
        return "IdP Entity ID";
    }

    /** More of it. */
    public static String longer(String honest) {
        return honest + "/more";
    }

    /** A slash at its end. */
    public static String trailingSlash(String honest) {
        return honest + "/";
    }

    /** A space at its end. */
    public static String trailingSpace(String honest) {
        return honest + " ";
    }

    /** Its last letter in the other case. */
    public static String otherCase(String honest) {
        for (int i = honest.length() - 1; i >= 0; i--) {
            char letter = honest.charAt(i);
            if (Character.isLetter(letter)) {
                char other =
                        Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
                return honest.substring(0, i) + other + honest.substring(i + 1);
            }
        }
        throw new IllegalArgumentException("There is no letter in " + honest);
    }

    private static Element issuerOf(Element part) {
        return Xml.requireChild(part, Names.SAML, "Issuer");
    }
}
