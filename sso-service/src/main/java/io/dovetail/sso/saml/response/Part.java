package io.dovetail.sso.saml.response;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An element of a message as the rules read it: the very node whose signature is verified, never a copy or another
 * reader's object of it. The schemas were asked before, so that what stands where is certain.
 */
record Part(Element element) {
    private static final DatatypeFactory DATES = dates();
    private static final BigInteger LAST_YEAR = BigInteger.valueOf(292_278_994);

    private static DatatypeFactory dates() {
        try {
            return DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Of what may carry a signature: from now on the document finds it by its ID. */
    static Part carrier(Element element) {
        element.setIdAttributeNS(null, "ID", true);
        return new Part(element);
    }

    String name() {
        return element.getLocalName();
    }

    boolean isNamed(String namespace, String name) {
        return name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI());
    }

    /** In document order. */
    List<Part> children() {
        var children = new ArrayList<Part>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(new Part(child));
            }
        }
        return children;
    }

    /** Those of SAML's assertion namespace. */
    List<Part> children(String name) {
        return children(SAMLConstants.SAML20_NS, name);
    }

    private List<Part> children(String namespace, String name) {
        return children().stream()
                .filter(child -> child.isNamed(namespace, name))
                .toList();
    }

    /** The first of SAML's assertion namespace. */
    Optional<Part> child(String name) {
        return children(name).stream().findFirst();
    }

    /** The first of SAML's protocol namespace. */
    Optional<Part> protocolChild(String name) {
        return children(SAMLConstants.SAML20P_NS, name).stream().findFirst();
    }

    /** Its own signature, which is its direct child. */
    Optional<Element> signature() {
        return children(SignatureConstants.XMLSIG_NS, "Signature").stream()
                .map(Part::element)
                .findFirst();
    }

    boolean isSigned() {
        return signature().isPresent();
    }

    /** An empty one is there; it is not the same as none. */
    Optional<String> attribute(String name) {
        return element.hasAttributeNS(null, name) ? Optional.of(element.getAttributeNS(null, name)) : Optional.empty();
    }

    /**
     * To the millisecond; what names no zone is UTC, whatever zone we are in (SAML Core 1.3.3).
     *
     * @throws Refused for a year that no calendar holds, which the schema allows and calendars fold into another
     */
    Optional<Instant> instant(String name) {
        return attribute(name).map(Part::instantOf);
    }

    private static Instant instantOf(String text) {
        try {
            var time = DATES.newXMLGregorianCalendar(text.strip());
            if (time.getEonAndYear().abs().compareTo(LAST_YEAR) > 0) {
                throw new IllegalArgumentException("a year that no calendar holds");
            }
            if (time.getTimezone() == DatatypeConstants.FIELD_UNDEFINED) {
                time.setTimezone(0);
            }
            return time.toGregorianCalendar().toInstant();
        } catch (RuntimeException unreadable) {
            throw Reason.VALUE_UNREADABLE.refuse("a time", text);
        }
    }

    /** All of it, whatever stands between. */
    String text() {
        return element.getTextContent();
    }
}
