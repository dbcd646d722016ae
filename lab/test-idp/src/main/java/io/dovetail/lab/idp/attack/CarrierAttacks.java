package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.ResponseWriter;
import io.dovetail.lab.idp.SamlIds;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** security.md A12 to A14: something else that the same key signed lends its signature. */
public final class CarrierAttacks {

    private static final String ELSEWHERE = "https://elsewhere.example.org";

    private CarrierAttacks() {}

    /** A12: a signed error Response, moved to Extensions, lends its Signature to a forged Response. */
    public static String signedErrorResponse(AttackScene scene) {
        Document carrier = ResponseWriter.unsigned(scene.honest().withFreshIds());
        Element error = carrier.getDocumentElement();
        Xml.remove(Xml.requireChild(error, Names.SAML, "Assertion"));
        Xml.descendants(error, Names.SAMLP, "StatusCode").get(0).setAttribute("Value", Names.STATUS_RESPONDER);
        Signing.by(scene.keys()).sign(error);
        Hostile hostile = forged(scene);
        carry(hostile, error, hostile.response());
        return hostile.encoded();
    }

    /** A12: a forged Response follows the signed one in the same text. */
    public static String twoResponses(AttackScene scene) {
        String original = Xml.text(Hostile.signed(scene, SignedParts.RESPONSE).document());
        String forged = Xml.text(forged(scene).document());
        return ResponseFactory.encode(original + forged.substring(forged.indexOf("<samlp:Response")));
    }

    /** A13: signed metadata of the provider lends its Signature to a forged Assertion. */
    public static String signedMetadata(AttackScene scene) {
        Document carrier = Xml.empty();
        Element entity = Xml.append(carrier, Names.MD, "md:EntityDescriptor");
        identify(entity);
        entity.setAttribute("entityID", scene.honest().issuer());
        Element role = Xml.append(entity, Names.MD, "md:IDPSSODescriptor");
        role.setAttribute("protocolSupportEnumeration", Names.SAMLP);
        Element service = Xml.append(role, Names.MD, "md:SingleSignOnService");
        service.setAttribute("Binding", Names.POST);
        service.setAttribute("Location", ELSEWHERE + "/sso");
        return lend(scene, entity);
    }

    /** A13: a signed LogoutResponse lends its Signature to a forged Assertion. */
    public static String signedLogoutResponse(AttackScene scene) {
        Document carrier = Xml.empty();
        Element logout = Xml.append(carrier, Names.SAMLP, "samlp:LogoutResponse");
        identify(logout);
        logout.setAttribute("Version", "2.0");
        logout.setAttribute("IssueInstant", ResponseWriter.time(scene.honest().issueInstant()));
        Xml.append(logout, Names.SAML, "saml:Issuer", scene.honest().issuer());
        Element status = Xml.append(logout, Names.SAMLP, "samlp:Status");
        Xml.append(status, Names.SAMLP, "samlp:StatusCode").setAttribute("Value", Names.STATUS_SUCCESS);
        return lend(scene, logout);
    }

    /** A13: an Assertion that the same key signed for another company lends its Signature to a forged one. */
    public static String assertionForAnotherCompany(AttackScene scene) {
        ResponsePlan other = scene.honest()
                .withFreshIds()
                .withAudience(ELSEWHERE)
                .withRecipient(ELSEWHERE + "/acs")
                .withDestination(ELSEWHERE + "/acs");
        Element assertion =
                Xml.requireChild(ResponseWriter.unsigned(other).getDocumentElement(), Names.SAML, "Assertion");
        return lend(scene, assertion);
    }

    /** A14: the Response's signature is good, the Assertion's is not. */
    public static String badAssertionSignatureInSignedResponse(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Hostile.spoil(Hostile.signatureOf(hostile.assertion()));
        return hostile.sign(SignedParts.RESPONSE).encoded();
    }

    /** A14, the other way round: the Assertion's signature is good, the Response's is not. */
    public static String badResponseSignatureAroundSignedAssertion(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.BOTH);
        Hostile.spoil(Hostile.signatureOf(hostile.response()));
        return hostile.encoded();
    }

    /** A14: beside a good signature, a bad one of the same Assertion stands where nobody reads. */
    public static String straySignature(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element stray = (Element) Hostile.signatureOf(hostile.assertion()).cloneNode(true);
        Hostile.spoil(stray);
        hostile.extensions().appendChild(stray);
        return hostile.encoded();
    }

    private static String lend(AttackScene scene, Element carrier) {
        Signing.by(scene.keys()).sign(carrier);
        Hostile hostile = forged(scene);
        carry(hostile, carrier, hostile.assertion());
        return hostile.encoded();
    }

    private static Hostile forged(AttackScene scene) {
        Hostile hostile = Hostile.unsigned(scene.withHonest(scene.honest().withFreshIds()));
        Hostile.forge(hostile.assertion());
        return hostile;
    }

    /** Moves a signed carrier to Extensions and its Signature to the part that is to look signed. */
    private static void carry(Hostile hostile, Element carrier, Element part) {
        Element own = (Element) hostile.document().importNode(carrier, true);
        hostile.extensions().appendChild(own);
        Hostile.place(Hostile.signatureOf(own), part);
    }

    private static void identify(Element element) {
        element.setAttribute("ID", SamlIds.next());
        element.setIdAttribute("ID", true);
    }
}
