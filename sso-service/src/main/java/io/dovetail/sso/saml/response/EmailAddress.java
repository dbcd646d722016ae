package io.dovetail.sso.saml.response;

import java.util.List;
import java.util.Optional;
import org.opensaml.saml.saml2.core.NameID;

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
    static Optional<String> find(Part assertion) {
        return assertion
                .child("Subject")
                .flatMap(subject -> subject.child("NameID"))
                .flatMap(EmailAddress::ofNameId)
                .or(() -> NAMES.stream()
                        .flatMap(name -> ofAttribute(assertion, name).stream())
                        .findFirst());
    }

    /** Without the format that says so, a second at sign makes it something else. */
    private static Optional<String> ofNameId(Part nameId) {
        var isSaid = nameId.attribute("Format").equals(Optional.of(NameID.EMAIL));
        return whole(nameId)
                .filter(value -> isSaid || value.indexOf('@') == value.lastIndexOf('@'))
                .filter(EmailAddress::isAddress);
    }

    private static Optional<String> ofAttribute(Part assertion, String name) {
        var values = assertion.children("AttributeStatement").stream()
                .flatMap(statement -> statement.children("Attribute").stream())
                .filter(attribute -> attribute.attribute("Name").equals(Optional.of(name)))
                .flatMap(attribute -> attribute.children("AttributeValue").stream())
                .toList();
        return values.size() == 1 ? whole(values.get(0)).filter(EmailAddress::isAddress) : Optional.empty();
    }

    /** The whole text; nothing when an element stands inside. */
    private static Optional<String> whole(Part part) {
        return part.children().isEmpty() ? Optional.of(part.text().strip()) : Optional.empty();
    }

    private static boolean isAddress(String value) {
        return value.length() <= LONGEST
                && value.indexOf('@') > 0
                && !value.endsWith("@")
                && value.chars().noneMatch(EmailAddress::isUnseen);
    }

    /** What is not seen can make one address look like another, as a change of direction does. */
    private static boolean isUnseen(int character) {
        return Character.isWhitespace(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
