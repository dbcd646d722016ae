package io.dovetail.sso.saml.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a signature must look like before it is verified: one plain reference to its own parent, safe algorithms, no
 * transform beyond the two that enveloped signatures need (security.md C1 to C7, C11, E1, E2).
 *
 * <p>OpenSAML 4.0.1 does not apply its algorithm policy to assertion signatures (OSJ-348), hence this look at the DOM.
 */
final class SignatureForm {
    /** Signature method to the key algorithm that it takes. */
    private static final Map<String, String> SIGNATURES = Map.of(
            SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256, "RSA",
            SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA384, "RSA",
            SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA512, "RSA",
            SignatureConstants.ALGO_ID_SIGNATURE_ECDSA_SHA256, "EC",
            SignatureConstants.ALGO_ID_SIGNATURE_ECDSA_SHA384, "EC",
            SignatureConstants.ALGO_ID_SIGNATURE_ECDSA_SHA512, "EC");

    private static final Set<String> DIGESTS = Set.of(
            EncryptionConstants.ALGO_ID_DIGEST_SHA256,
            SignatureConstants.ALGO_ID_DIGEST_SHA384,
            EncryptionConstants.ALGO_ID_DIGEST_SHA512);

    private static final String ENVELOPED = SignatureConstants.TRANSFORM_ENVELOPED_SIGNATURE;
    private static final String EXCLUSIVE = SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS;
    private static final String EXCLUSIVE_NS = "http://www.w3.org/2001/10/xml-exc-c14n#";

    /** Okta's is of two characters; each prefix costs work at each element, before any signature is verified. */
    private static final int LONGEST_PREFIX_LIST = 256;

    private SignatureForm() {}

    /** Before OpenSAML reads the message: it would call an algorithm that it does not know an unreadable message. */
    static void requireAllowedMethods(Document document) {
        var methods = document.getElementsByTagNameNS(SignatureConstants.XMLSIG_NS, "SignatureMethod");
        for (var i = 0; i < methods.getLength(); i++) {
            signatureMethod((Element) methods.item(i));
        }
        var digests = document.getElementsByTagNameNS(SignatureConstants.XMLSIG_NS, "DigestMethod");
        for (var i = 0; i < digests.getLength(); i++) {
            var digest = (Element) digests.item(i);
            // Key transport has a DigestMethod too, inside EncryptionMethod
            if (digest.getParentNode() instanceof Element parent && is(parent, "Reference")) {
                digestMethod(digest);
            }
        }
    }

    /** @return the algorithm of the key that can have made it, {@code RSA} or {@code EC} */
    static String check(Element signature, Element signed) {
        var parts = children(signature, signature.getChildNodes().getLength());
        var known = parts.size() == 2 || (parts.size() == 3 && is(parts.get(2), "KeyInfo"));
        if (!known || !is(parts.get(0), "SignedInfo") || !is(parts.get(1), "SignatureValue")) {
            throw form("SignedInfo, SignatureValue and at most KeyInfo");
        }
        text(parts.get(1));
        var info = children(parts.get(0), 3);
        if (info.size() != 3
                || !is(info.get(0), "CanonicalizationMethod")
                || !is(info.get(1), "SignatureMethod")
                || !is(info.get(2), "Reference")) {
            throw form("one Reference");
        }
        canonicalization(info.get(0));
        reference(info.get(2), signed);
        return signatureMethod(info.get(1));
    }

    private static void canonicalization(Element method) {
        var algorithm = method.getAttribute("Algorithm");
        if (!EXCLUSIVE.equals(algorithm)) {
            throw form("exclusive canonicalisation without comments");
        }
        prefixes(method);
    }

    /** Exclusive canonicalisation may name prefixes to keep, as Okta does, and takes nothing else. */
    private static void prefixes(Element method) {
        for (var parameter : children(method, 1)) {
            var known = "InclusiveNamespaces".equals(parameter.getLocalName())
                    && EXCLUSIVE_NS.equals(parameter.getNamespaceURI());
            if (!known || parameter.getAttribute("PrefixList").length() > LONGEST_PREFIX_LIST) {
                throw form("no parameter but a list of a few prefixes");
            }
            children(parameter, 0);
        }
    }

    private static String signatureMethod(Element method) {
        var algorithm = method.getAttribute("Algorithm");
        var keyAlgorithm = SIGNATURES.get(algorithm);
        if (keyAlgorithm == null) {
            throw Reason.ALGORITHM_NOT_ALLOWED.refuse("RSA or ECDSA with SHA-256 or better", algorithm);
        }
        if (!children(method, 1).isEmpty()) {
            throw form("a signature method without parameters");
        }
        return keyAlgorithm;
    }

    private static void reference(Element reference, Element signed) {
        if (!reference.getAttribute("URI").equals("#" + signed.getAttribute("ID"))
                || signed.getAttribute("ID").isEmpty()) {
            throw form("a reference to the signature's parent by its ID");
        }
        var parts = children(reference, 3);
        if (parts.size() != 3
                || !is(parts.get(0), "Transforms")
                || !is(parts.get(1), "DigestMethod")
                || !is(parts.get(2), "DigestValue")) {
            throw form("Transforms, DigestMethod and DigestValue");
        }
        transforms(children(parts.get(0), 2));
        digestMethod(parts.get(1));
        text(parts.get(2));
    }

    private static void digestMethod(Element method) {
        var algorithm = method.getAttribute("Algorithm");
        if (!DIGESTS.contains(algorithm)) {
            throw Reason.ALGORITHM_NOT_ALLOWED.refuse("SHA-256 or better", algorithm);
        }
        children(method, 0);
    }

    private static void transforms(List<Element> transforms) {
        var expected = transforms.size() == 2
                && ENVELOPED.equals(transforms.get(0).getAttribute("Algorithm"))
                && EXCLUSIVE.equals(transforms.get(1).getAttribute("Algorithm"));
        if (!expected) {
            throw form("the transforms enveloped-signature and exclusive canonicalisation");
        }
        children(transforms.get(0), 0);
        prefixes(transforms.get(1));
    }

    /** The child elements; anything but white space between them is refused. */
    private static List<Element> children(Element parent, int most) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            } else if (node.getNodeType() != Node.TEXT_NODE
                    || !node.getTextContent().isBlank()) {
                throw form("nothing between the parts of a signature");
            }
        }
        if (children.size() > most) {
            throw form("no more than " + most + " parts in " + parent.getLocalName());
        }
        return children;
    }

    private static void text(Element element) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() != Node.TEXT_NODE) {
                throw form("plain text in " + element.getLocalName());
            }
        }
    }

    private static boolean is(Element element, String name) {
        return name.equals(element.getLocalName()) && SignatureConstants.XMLSIG_NS.equals(element.getNamespaceURI());
    }

    private static Refused form(String expected) {
        return Reason.SIGNATURE_FORM.refuse(expected, "another form");
    }
}
