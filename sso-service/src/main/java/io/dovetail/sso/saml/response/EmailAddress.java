package io.dovetail.sso.saml.response;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Attribute;
import org.opensaml.saml.saml2.core.NameID;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The provider's word on the person's address: shown beside the account's own and recorded (design.md, section 5). It
 * identifies nobody, and nothing about it is a reason to refuse (security.md H3).
 */
final class EmailAddress {
    /** What a column keeps, and a page can show. */
    private static final int LONGEST = 512;

    /** Under which providers send it, in the order in which they are asked. */
    private static final List<String> NAMES = List.of(
            "email", "mail", "emailAddress", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress");

    private EmailAddress() {}

    /** From the NameID when that is one, else from the first usual attribute that has one as its only value. */
    static Optional<String> find(Assertion assertion) {
        var subject = assertion.getSubject();
        return Optional.ofNullable(subject == null ? null : subject.getNameID())
                .flatMap(EmailAddress::ofNameId)
                .or(() -> NAMES.stream()
                        .flatMap(name -> ofAttribute(assertion, name).stream())
                        .findFirst());
    }

    /** Without the format that says so, a second at sign makes it something else. */
    private static Optional<String> ofNameId(NameID nameId) {
        return whole(nameId)
                .filter(value ->
                        NameID.EMAIL.equals(nameId.getFormat()) || value.indexOf('@') == value.lastIndexOf('@'))
                .filter(EmailAddress::isAddress);
    }

    private static Optional<String> ofAttribute(Assertion assertion, String name) {
        var values = assertion.getAttributeStatements().stream()
                .flatMap(statement -> statement.getAttributes().stream())
                .filter(attribute -> name.equals(attribute.getName()))
                .map(Attribute::getAttributeValues)
                .flatMap(List::stream)
                .toList();
        return values.size() == 1 ? whole(values.get(0)).filter(EmailAddress::isAddress) : Optional.empty();
    }

    /** The text beside any comment in it; nothing when an element stands inside. */
    private static Optional<String> whole(@Nullable XMLObject object) {
        Element element = object == null ? null : object.getDOM();
        if (element == null) {
            return Optional.empty();
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.ELEMENT_NODE) {
                return Optional.empty();
            }
        }
        return Optional.of(element.getTextContent().strip());
    }

    private static boolean isAddress(String value) {
        return value.length() <= LONGEST
                && value.indexOf('@') > 0
                && !value.endsWith("@")
                && value.chars()
                        .noneMatch(character -> Character.isWhitespace(character) || Character.isISOControl(character));
    }
}
