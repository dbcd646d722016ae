package io.dovetail.lab.idp.metadata;

import io.dovetail.lab.idp.SamlIds;
import io.dovetail.lab.idp.Signing;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** security.md G2 and I4 to I11: what metadata say. */
final class MetadataTexts {
    private static final String ELSEWHERE = "https://elsewhere.example.org/sso";
    private static final int MEBIBYTE = 1024 * 1024;

    private MetadataTexts() {}

    static Map<String, Function<MetadataScene, String>> all() {
        return Map.ofEntries(
                Map.entry("G2_SCRIPT_AS_ADDRESS", address("javascript:alert(1)")),
                Map.entry("G2_QUOTES_IN_ADDRESS", address(ELSEWHERE + "\" onload=\"alert(1)")),
                Map.entry("G2_PLAIN_HTTP", address("http://elsewhere.example.org/sso")),
                Map.entry("I4_OVER_ONE_MEBIBYTE", scene -> scene.honest() + " ".repeat(MEBIBYTE)),
                Map.entry("I5_NO_KEY", edited(entity -> each(entity, "KeyDescriptor", Xml::remove))),
                Map.entry(
                        "I5_ENCRYPTION_KEY_ONLY",
                        edited(entity -> each(entity, "KeyDescriptor", key -> key.setAttribute("use", "encryption")))),
                Map.entry(
                        "I5_KEY_WITHOUT_USE",
                        edited(entity -> each(entity, "KeyDescriptor", key -> key.removeAttribute("use")))),
                Map.entry("I6_SEVERAL_ENTITIES", MetadataTexts::severalEntities),
                Map.entry(
                        "I6_SEVERAL_ROLES",
                        edited(entity -> entity.appendChild(role(entity).cloneNode(true)))),
                Map.entry("I7_SERVICE_ONLY", MetadataTexts::serviceOnly),
                Map.entry("I7_NO_ADDRESS", edited(entity -> each(entity, "SingleSignOnService", Xml::remove))),
                Map.entry("I7_NO_ENTITY_ID", edited(entity -> entity.removeAttribute("entityID"))),
                Map.entry(
                        "I7_UNSUPPORTED_BINDING",
                        edited(entity -> each(
                                entity,
                                "SingleSignOnService",
                                service ->
                                        service.setAttribute("Binding", "urn:oasis:names:tc:SAML:2.0:bindings:SOAP")))),
                Map.entry("I8_VALID_UNTIL_PAST", MetadataTexts::ended),
                Map.entry("I9_BAD_SIGNATURE", MetadataTexts::changedAfterSigning),
                Map.entry(
                        "I10_ENTITY_ID_CHANGED",
                        edited(entity ->
                                entity.setAttribute("entityID", entity.getAttribute("entityID") + "-changed"))),
                Map.entry("I10_EVERY_KEY_DROPPED", scene -> scene.listing(scene.next())),
                Map.entry(
                        "I11_DOCTYPE",
                        scene -> scene.honest()
                                .replace("<md:EntityDescriptor", "<!DOCTYPE md:EntityDescriptor><md:EntityDescriptor")),
                Map.entry("I11_BYTE_ORDER_MARK", scene -> "\ufeff" + scene.honest()),
                Map.entry("I11_FOREIGN_ROLES", edited(MetadataTexts::foreignRole)));
    }

    private static Function<MetadataScene, String> edited(Consumer<Element> edit) {
        return scene -> {
            Document document = Xml.parse(scene.honest());
            edit.accept(document.getDocumentElement());
            return Xml.text(document);
        };
    }

    private static Function<MetadataScene, String> address(String location) {
        return edited(
                entity -> each(entity, "SingleSignOnService", service -> service.setAttribute("Location", location)));
    }

    private static void each(Element entity, String name, Consumer<Element> edit) {
        Xml.descendants(entity, Names.MD, name).forEach(edit);
    }

    private static Element role(Element entity) {
        return Xml.requireChild(entity, Names.MD, "IDPSSODescriptor");
    }

    private static String severalEntities(MetadataScene scene) {
        Document list = Xml.empty();
        Element root = Xml.append(list, Names.MD, "md:EntitiesDescriptor");
        Element first = (Element) list.importNode(Xml.parse(scene.honest()).getDocumentElement(), true);
        root.appendChild(first);
        Element second = (Element) root.appendChild(first.cloneNode(true));
        second.setAttribute("entityID", scene.entityId() + "-second");
        return Xml.text(list);
    }

    private static String serviceOnly(MetadataScene scene) {
        return edited(entity -> {
                    Xml.remove(role(entity));
                    Element service = Xml.append(entity, Names.MD, "md:SPSSODescriptor");
                    service.setAttribute("protocolSupportEnumeration", Names.SAMLP);
                    Element consumer = Xml.append(service, Names.MD, "md:AssertionConsumerService");
                    consumer.setAttribute("Binding", Names.POST);
                    consumer.setAttribute("Location", ELSEWHERE);
                    consumer.setAttribute("index", "0");
                })
                .apply(scene);
    }

    private static String ended(MetadataScene scene) {
        String end = scene.now().minus(Duration.ofDays(1)).toString();
        return edited(entity -> entity.setAttribute("validUntil", end)).apply(scene);
    }

    /** Signed by the provider, then made to lead elsewhere. */
    private static String changedAfterSigning(MetadataScene scene) {
        return edited(entity -> {
                    entity.setAttribute("ID", SamlIds.next());
                    entity.setIdAttribute("ID", true);
                    Signing.by(scene.keys()).sign(entity);
                    each(entity, "SingleSignOnService", service -> service.setAttribute("Location", ELSEWHERE));
                })
                .apply(scene);
    }

    /** As Entra ID and AD FS have them. */
    private static void foreignRole(Element entity) {
        Element foreign = (Element) entity.insertBefore(
                entity.getOwnerDocument().createElementNS(Names.MD, "md:RoleDescriptor"), role(entity));
        foreign.setAttributeNS(Names.XMLNS, "xmlns:fed", "http://docs.oasis-open.org/wsfed/federation/200706");
        foreign.setAttributeNS(Names.XSI, "xsi:type", "fed:SecurityTokenServiceType");
        foreign.setAttribute("protocolSupportEnumeration", "http://docs.oasis-open.org/wsfed/federation/200706");
    }
}
