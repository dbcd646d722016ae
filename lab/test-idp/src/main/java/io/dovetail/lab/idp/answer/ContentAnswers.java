package io.dovetail.lab.idp.answer;

import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/** security.md F2, F12, H4 to H6: honest answers of a rarer form, and attributes that mean more than they may. */
final class ContentAnswers {
    private ContentAnswers() {}

    static Map<String, AnswerRecipe> all() {
        return Map.of(
                "F2_UNSIGNED_RESPONSE_WITHOUT_DESTINATION",
                occasion -> occasion.send(occasion.honest().withDestination(null)),
                "F12_ONE_VALID_AMONG_SEVERAL",
                ContentAnswers::oneValidAmongSeveral,
                "H4_OTHER_CASE",
                occasion -> as(occasion, identity -> identity.toUpperCase(Locale.ROOT)),
                "H4_SPACE_BEHIND",
                occasion -> as(occasion, identity -> identity + " "),
                "H5_FRIENDLY_NAME_ONLY",
                occasion -> edited(occasion, ContentAnswers::nameToFriendlyName),
                "H5_SAME_ATTRIBUTE_TWICE",
                occasion -> edited(occasion, ContentAnswers::twice),
                "H5_SEVERAL_VALUES",
                occasion -> edited(occasion, ContentAnswers::secondValue),
                "H6_FORCED_ROLE",
                ContentAnswers::forcedRole);
    }

    private static Sent oneValidAmongSeveral(Occasion occasion) {
        return occasion.send(occasion.edited(occasion.honest(), edited -> {
            Element bearer =
                    Xml.descendants(edited, Names.SAML, "SubjectConfirmation").get(0);
            Element other = edited.createElementNS(Names.SAML, "saml:SubjectConfirmation");
            other.setAttribute("Method", "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches");
            bearer.getParentNode().insertBefore(other, bearer);
        }));
    }

    private static Sent as(Occasion occasion, UnaryOperator<String> change) {
        String identity = change.apply(occasion.identity().value());
        return occasion.send(occasion.honest(identity)).meaning(identity);
    }

    private static Sent edited(Occasion occasion, Consumer<Element> edit) {
        String name = occasion.identity().requireAttribute();
        return occasion.send(occasion.edited(
                occasion.honest(),
                whole -> Xml.descendants(whole, Names.SAML, "Attribute").stream()
                        .filter(attribute -> attribute.getAttribute("Name").equals(name))
                        .forEach(edit)));
    }

    private static void nameToFriendlyName(Element attribute) {
        attribute.setAttribute("FriendlyName", attribute.getAttribute("Name"));
        attribute.setAttribute("Name", "urn:oid:1.3.6.1.4.1.99999.1");
        attribute.setAttribute("NameFormat", "urn:oasis:names:tc:SAML:2.0:attrname-format:uri");
    }

    private static void twice(Element attribute) {
        Element second = (Element) attribute.cloneNode(true);
        Xml.requireChild(second, Names.SAML, "AttributeValue").setTextContent("somebody-else");
        attribute.getParentNode().appendChild(second);
    }

    private static void secondValue(Element attribute) {
        Element second = (Element)
                Xml.requireChild(attribute, Names.SAML, "AttributeValue").cloneNode(true);
        second.setTextContent("somebody-else");
        attribute.appendChild(second);
    }

    private static Sent forcedRole(Occasion occasion) {
        ResponsePlan plan = occasion.honest();
        Map<String, List<String>> attributes = new LinkedHashMap<>(plan.attributes());
        for (String name : List.of("role", "roles", "company", "companyId", "userId", "user_id", "admin")) {
            attributes.put(name, List.of("administrator"));
        }
        return occasion.send(plan.withAttributes(attributes));
    }
}
