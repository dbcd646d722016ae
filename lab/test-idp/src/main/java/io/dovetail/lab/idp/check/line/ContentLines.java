package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.ResponseFactory;
import io.dovetail.lab.idp.ResponsePlan;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** security.md F2, F12, H4 to H6: honest answers of a rarer form, and attributes that mean more than they may. */
final class ContentLines {

    private ContentLines() {}

    static Map<String, Scenario> all() {
        return Map.ofEntries(
                Map.entry("F2_UNSIGNED_RESPONSE_WITHOUT_DESTINATION", ContentLines::withoutDestination),
                Map.entry("F12_ONE_VALID_AMONG_SEVERAL", ContentLines::oneValidAmongSeveral),
                Map.entry("H4_OTHER_CASE", stage -> as(stage, identity -> identity.toUpperCase(Locale.ROOT))),
                Map.entry("H4_SPACE_BEHIND", stage -> as(stage, identity -> identity + " ")),
                Map.entry("H5_FRIENDLY_NAME_ONLY", stage -> edited(stage, ContentLines::nameToFriendlyName)),
                Map.entry("H5_SAME_ATTRIBUTE_TWICE", stage -> edited(stage, ContentLines::twice)),
                Map.entry("H5_SEVERAL_VALUES", stage -> edited(stage, ContentLines::secondValue)),
                Map.entry("H6_FORCED_ROLE", ContentLines::forcedRole));
    }

    private static Observation withoutDestination(Stage stage) {
        Visit visit = stage.visit();
        return stage.answer(visit, stage.signed(stage.honest(visit.requestId()).withDestination(null)));
    }

    private static Observation oneValidAmongSeveral(Stage stage) {
        Visit visit = stage.visit();
        Document document = stage.edited(stage.honest(visit.requestId()), edited -> {
            Element bearer =
                    Xml.descendants(edited, Names.SAML, "SubjectConfirmation").get(0);
            Element other = edited.createElementNS(Names.SAML, "saml:SubjectConfirmation");
            other.setAttribute("Method", "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches");
            bearer.getParentNode().insertBefore(other, bearer);
        });
        return stage.answer(visit, ResponseFactory.encode(document));
    }

    private static Observation as(Stage stage, Function<String, String> change) {
        Visit visit = stage.visit();
        String identity = change.apply(stage.identity());
        return stage.answer(visit, stage.signed(stage.honest(visit.requestId(), identity)))
                .withMeant(identity);
    }

    private static Observation edited(Stage stage, Consumer<Element> edit) {
        String name = stage.setting()
                .names()
                .identifying()
                .orElseThrow(() -> new NotApplicable("Here the NameID identifies the person."));
        Visit visit = stage.visit();
        Document document = stage.edited(
                stage.honest(visit.requestId()),
                whole -> Xml.descendants(whole, Names.SAML, "Attribute").stream()
                        .filter(attribute -> attribute.getAttribute("Name").equals(name))
                        .forEach(edit));
        return stage.answer(visit, ResponseFactory.encode(document));
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

    private static Observation forcedRole(Stage stage) {
        Visit visit = stage.visit();
        ResponsePlan plan = stage.honest(visit.requestId());
        Map<String, List<String>> attributes = new LinkedHashMap<>(plan.attributes());
        for (String name : List.of("role", "roles", "company", "companyId", "userId", "user_id", "admin")) {
            attributes.put(name, List.of("administrator"));
        }
        return stage.answer(visit, stage.signed(plan.withAttributes(attributes)));
    }
}
