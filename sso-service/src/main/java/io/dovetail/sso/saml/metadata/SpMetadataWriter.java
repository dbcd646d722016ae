package io.dovetail.sso.saml.metadata;

import io.dovetail.sso.saml.OpenSaml;
import io.dovetail.sso.saml.response.AttributeNames;
import java.util.List;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.AssertionConsumerService;
import org.opensaml.saml.saml2.metadata.AttributeConsumingService;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.RequestedAttribute;
import org.opensaml.saml.saml2.metadata.SPSSODescriptor;
import org.opensaml.saml.saml2.metadata.ServiceName;

/** Writes the file that the administrator uploads at the provider (SAML Metadata 2.4.4). */
public final class SpMetadataWriter {

    /** Entity ID, one ACS address by POST at index 0, and the three attributes as requested ones. */
    public String write(String entityId, String acsUrl, AttributeNames requested) {
        SPSSODescriptor role = OpenSaml.build(SPSSODescriptor.DEFAULT_ELEMENT_NAME);
        role.addSupportedProtocol(SAMLConstants.SAML20P_NS);
        role.setAuthnRequestsSigned(false);
        role.setWantAssertionsSigned(true);
        role.getAssertionConsumerServices().add(acs(acsUrl));
        role.getAttributeConsumingServices().add(attributes(requested));
        EntityDescriptor entity = OpenSaml.build(EntityDescriptor.DEFAULT_ELEMENT_NAME);
        entity.setEntityID(entityId);
        entity.getRoleDescriptors().add(role);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + OpenSaml.write(entity);
    }

    private static AssertionConsumerService acs(String acsUrl) {
        AssertionConsumerService acs = OpenSaml.build(AssertionConsumerService.DEFAULT_ELEMENT_NAME);
        acs.setBinding(SAMLConstants.SAML2_POST_BINDING_URI);
        acs.setLocation(acsUrl);
        acs.setIndex(0);
        acs.setIsDefault(true);
        return acs;
    }

    private static AttributeConsumingService attributes(AttributeNames names) {
        AttributeConsumingService service = OpenSaml.build(AttributeConsumingService.DEFAULT_ELEMENT_NAME);
        service.setIndex(0);
        ServiceName name = OpenSaml.build(ServiceName.DEFAULT_ELEMENT_NAME);
        name.setXMLLang("en");
        name.setValue("Single sign-on");
        service.getNames().add(name);
        for (var attributeName : List.of(names.firstName(), names.lastName(), names.samlId())) {
            RequestedAttribute attribute = OpenSaml.build(RequestedAttribute.DEFAULT_ELEMENT_NAME);
            attribute.setName(attributeName);
            attribute.setNameFormat("urn:oasis:names:tc:SAML:2.0:attrname-format:basic");
            attribute.setIsRequired(true);
            service.getRequestedAttributes().add(attribute);
        }
        return service;
    }
}
