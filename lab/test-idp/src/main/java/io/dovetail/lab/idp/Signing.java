package io.dovetail.lab.idp;

import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLObject;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.ExcC14NParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * How one element is signed with the JDK's XML Signature; each {@code with…} answers a changed copy.
 *
 * @param certificate what KeyInfo shows, or null for no KeyInfo
 * @param referenceUri the Reference's URI, or null for the signed element's own id
 * @param form how it is spelled
 */
public record Signing(
        Key key,
        @Nullable X509Certificate certificate,
        String signatureAlgorithm,
        String digestAlgorithm,
        String canonicalization,
        List<Step> transforms,
        @Nullable String referenceUri,
        SignatureForm form) {

    static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

    /** One transform of the Reference, with its parameters if it has any. */
    public record Step(String algorithm, @Nullable TransformParameterSpec parameters) {
        public static Step of(String algorithm) {
            return new Step(algorithm, null);
        }
    }

    /** As providers sign: enveloped, exclusive canonicalisation, SHA-256, the certificate in KeyInfo. */
    public static Signing by(IdpKeys keys) {
        return new Signing(
                keys.privateKey(),
                keys.certificate(),
                keys.signatureAlgorithm(),
                Names.SHA256,
                Names.EXCLUSIVE_C14N,
                List.of(Step.of(Names.ENVELOPED), Step.of(Names.EXCLUSIVE_C14N)),
                null,
                SignatureForm.PLAIN);
    }

    public Signing withKey(Key value, String algorithm) {
        return new Signing(
                value, certificate, algorithm, digestAlgorithm, canonicalization, transforms, referenceUri, form);
    }

    public Signing withCertificate(@Nullable X509Certificate value) {
        return new Signing(
                key, value, signatureAlgorithm, digestAlgorithm, canonicalization, transforms, referenceUri, form);
    }

    public Signing withDigestAlgorithm(String value) {
        return new Signing(
                key, certificate, signatureAlgorithm, value, canonicalization, transforms, referenceUri, form);
    }

    public Signing withCanonicalization(String value) {
        return new Signing(
                key, certificate, signatureAlgorithm, digestAlgorithm, value, transforms, referenceUri, form);
    }

    public Signing withTransforms(Step... value) {
        return new Signing(
                key,
                certificate,
                signatureAlgorithm,
                digestAlgorithm,
                canonicalization,
                List.of(value),
                referenceUri,
                form);
    }

    public Signing withReferenceUri(String value) {
        return new Signing(
                key, certificate, signatureAlgorithm, digestAlgorithm, canonicalization, transforms, value, form);
    }

    /** The same signature in a provider's spelling. */
    public Signing withForm(SignatureForm value) {
        List<Step> steps = value.inclusivePrefixes().isEmpty()
                ? transforms
                : List.of(
                        Step.of(Names.ENVELOPED),
                        new Step(Names.EXCLUSIVE_C14N, new ExcC14NParameterSpec(value.inclusivePrefixes())));
        return new Signing(
                key, certificate, signatureAlgorithm, digestAlgorithm, canonicalization, steps, referenceUri, value);
    }

    /** Signs an element that has an ID, and puts the Signature after its Issuer. */
    public Element sign(Element target) {
        String uri = referenceUri == null ? "#" + target.getAttribute("ID") : referenceUri;
        return sign(target, List.of(reference(uri)), List.of());
    }

    /** Signs any References and Objects, and puts the Signature after the Issuer of an element. */
    public Element sign(Element place, List<Reference> references, List<XMLObject> objects) {
        Element after = Xml.findChild(place, Names.SAML, "Issuer").orElse(null);
        Node before = after == null ? place.getFirstChild() : after.getNextSibling();
        DOMSignContext context =
                before == null ? new DOMSignContext(key, place) : new DOMSignContext(key, place, before);
        context.setDefaultNamespacePrefix(form.prefix().isEmpty() ? null : form.prefix());
        context.setProperty("org.jcp.xml.dsig.secureValidation", false);
        if (place.hasAttribute("ID")) {
            context.setIdAttributeNS(place, null, "ID");
        }
        try {
            FACTORY.newXMLSignature(signedInfo(references), keyInfo(), objects, null, null)
                    .sign(context);
        } catch (MarshalException | XMLSignatureException | GeneralSecurityException e) {
            throw new IllegalStateException("The element could not be signed", e);
        }
        Element signature = Xml.requireChild(place, Names.DS, "Signature");
        Xml.descendants(signature, Names.DS, "SignatureValue").forEach(this::breakLines);
        Xml.descendants(signature, Names.DS, "X509Certificate").forEach(this::breakLines);
        Xml.descendants(signature, Names.DS, "Modulus").forEach(this::breakLines);
        if (!form.keyInfoPrefix().equals(form.prefix())) {
            Xml.findChild(signature, Names.DS, "KeyInfo").ifPresent(this::respell);
        }
        return signature;
    }

    /** A Reference with this recipe's transforms and digest. */
    public Reference reference(String uri) {
        return reference(uri, null);
    }

    /** A Reference to something of a given type, such as a Manifest. */
    public Reference reference(String uri, @Nullable String type) {
        try {
            List<Transform> steps = new ArrayList<>();
            for (Step step : transforms) {
                steps.add(FACTORY.newTransform(step.algorithm(), step.parameters()));
            }
            return FACTORY.newReference(uri, FACTORY.newDigestMethod(digestAlgorithm, null), steps, type, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The JDK knows no such algorithm", e);
        }
    }

    private SignedInfo signedInfo(List<Reference> references) throws GeneralSecurityException {
        CanonicalizationMethod method =
                FACTORY.newCanonicalizationMethod(canonicalization, (C14NMethodParameterSpec) null);
        return FACTORY.newSignedInfo(method, FACTORY.newSignatureMethod(signatureAlgorithm, null), references);
    }

    private @Nullable KeyInfo keyInfo() throws GeneralSecurityException {
        if (certificate == null) {
            return null;
        }
        KeyInfoFactory factory = FACTORY.getKeyInfoFactory();
        return switch (form.keyHint()) {
            case NONE -> factory.newKeyInfo(List.of(factory.newX509Data(List.of(certificate))));
            case SUBJECT_NAME -> {
                String name = certificate.getSubjectX500Principal().getName();
                yield factory.newKeyInfo(List.of(factory.newX509Data(List.of(name, certificate))));
            }
            case KEY_VALUE ->
                factory.newKeyInfo(List.of(
                        factory.newX509Data(List.of(certificate)), factory.newKeyValue(certificate.getPublicKey())));
        };
    }

    /** The JDK breaks base64 with carriage returns, which the serialiser would write as references. */
    private void breakLines(Element element) {
        String lines = element.getTextContent().strip();
        element.setTextContent(lines.replaceAll("\\s+", form.base64InLines() ? "\n" : ""));
    }

    /** Gives KeyInfo, which no signature of its own covers, another prefix or a default namespace. */
    private void respell(Element keyInfo) {
        List<Element> inside = Xml.descendants(keyInfo, Names.DS, "*");
        String prefix = form.keyInfoPrefix().isEmpty() ? "" : form.keyInfoPrefix() + ":";
        for (Element element : inside) {
            element.getOwnerDocument().renameNode(element, Names.DS, prefix + element.getLocalName());
        }
        Element renamed =
                (Element) keyInfo.getOwnerDocument().renameNode(keyInfo, Names.DS, prefix + keyInfo.getLocalName());
        renamed.setAttributeNS(Names.XMLNS, prefix.isEmpty() ? "xmlns" : "xmlns:" + form.keyInfoPrefix(), Names.DS);
    }
}
