package io.dovetail.lab.idp.application;

import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What the provider needs of an SP's metadata (SAML Metadata 2.4.4). */
record SpMetadata(String entityId, String acsUrl) {

    static SpMetadata read(String xml) {
        Document document;
        try {
            document = Xml.parse(xml);
        } catch (IllegalArgumentException e) {
            throw Refused.malformed("The SP metadata can't be read. " + e.getMessage());
        }
        Element entity = document.getDocumentElement();
        if (!"EntityDescriptor".equals(entity.getLocalName()) || !Names.MD.equals(entity.getNamespaceURI())) {
            throw Refused.malformed("The SP metadata must be one md:EntityDescriptor.");
        }
        String entityId = entity.getAttribute("entityID");
        if (entityId.isBlank()) {
            throw Refused.malformed("The SP metadata has no entityID.");
        }
        return new SpMetadata(entityId, acsUrl(entity));
    }

    /** The default ACS for the POST binding, or the first. */
    private static String acsUrl(Element entity) {
        List<Element> services = Xml.descendants(entity, Names.MD, "AssertionConsumerService").stream()
                .filter(service -> service.getAttribute("Binding").equals(Names.POST))
                .toList();
        return services.stream()
                .filter(service -> service.getAttribute("isDefault").equals("true"))
                .findFirst()
                .or(() -> services.stream().findFirst())
                .map(service -> service.getAttribute("Location"))
                .orElseThrow(() ->
                        Refused.malformed("The SP metadata has no AssertionConsumerService for the POST binding."));
    }
}
