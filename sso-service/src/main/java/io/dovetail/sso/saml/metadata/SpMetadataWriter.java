package io.dovetail.sso.saml.metadata;

import io.dovetail.sso.saml.OpenSaml;
import io.dovetail.sso.saml.response.AttributeNames;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.metadata.AssertionConsumerService;
import org.opensaml.saml.saml2.metadata.AttributeConsumingService;
import org.opensaml.saml.saml2.metadata.EncryptionMethod;
import org.opensaml.saml.saml2.metadata.EntityDescriptor;
import org.opensaml.saml.saml2.metadata.KeyDescriptor;
import org.opensaml.saml.saml2.metadata.RequestedAttribute;
import org.opensaml.saml.saml2.metadata.SPSSODescriptor;
import org.opensaml.saml.saml2.metadata.ServiceName;
import org.opensaml.security.credential.UsageType;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.keyinfo.KeyInfoSupport;
import org.opensaml.xmlsec.signature.KeyInfo;

/** Writes the file that the administrator uploads at the provider (SAML Metadata 2.4.4). */
public final class SpMetadataWriter {

    /** Safe ones that common libraries know, the best first (XML Encryption 1.1). */
    private static final List<String> ENCRYPTION_METHODS = List.of(
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256_GCM,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128_GCM,
            EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP);

    /**
     * What our metadata says.
     *
     * @param signing certificates of the keys that sign our requests, now or soon
     * @param encryption certificates of the keys that assertions may be encrypted to, the best to take first
     */
    public record SpMetadata(
            String entityId,
            String acsUrl,
            AttributeNames requested,
            boolean signsRequests,
            List<X509Certificate> signing,
            List<X509Certificate> encryption) {}

    /** Entity ID, keys, one ACS address by POST at index 0, and the three attributes as requested ones. */
    public String write(SpMetadata metadata) {
        SPSSODescriptor role = OpenSaml.build(SPSSODescriptor.DEFAULT_ELEMENT_NAME);
        role.addSupportedProtocol(SAMLConstants.SAML20P_NS);
        role.setAuthnRequestsSigned(metadata.signsRequests());
        role.setWantAssertionsSigned(true);
        metadata.signing().forEach(certificate -> role.getKeyDescriptors().add(key(UsageType.SIGNING, certificate)));
        for (var certificate : metadata.encryption()) {
            var key = key(UsageType.ENCRYPTION, certificate);
            ENCRYPTION_METHODS.forEach(algorithm -> key.getEncryptionMethods().add(method(algorithm)));
            role.getKeyDescriptors().add(key);
        }
        role.getAssertionConsumerServices().add(acs(metadata.acsUrl()));
        role.getAttributeConsumingServices().add(attributes(metadata.requested()));
        EntityDescriptor entity = OpenSaml.build(EntityDescriptor.DEFAULT_ELEMENT_NAME);
        entity.setEntityID(metadata.entityId());
        entity.getRoleDescriptors().add(role);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + OpenSaml.write(entity);
    }

    private static KeyDescriptor key(UsageType use, X509Certificate certificate) {
        KeyInfo keyInfo = OpenSaml.build(KeyInfo.DEFAULT_ELEMENT_NAME);
        try {
            KeyInfoSupport.addCertificate(keyInfo, certificate);
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        KeyDescriptor key = OpenSaml.build(KeyDescriptor.DEFAULT_ELEMENT_NAME);
        key.setUse(use);
        key.setKeyInfo(keyInfo);
        return key;
    }

    private static EncryptionMethod method(String algorithm) {
        EncryptionMethod method = OpenSaml.build(EncryptionMethod.DEFAULT_ELEMENT_NAME);
        method.setAlgorithm(algorithm);
        return method;
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
