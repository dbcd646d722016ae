package io.dovetail.lab.idp.application;

import io.dovetail.lab.idp.http.Refused;
import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What the provider needs to know of an SP (SAML Metadata 2.4.4).
 *
 * @param signingCertificates any of them may have signed a request
 * @param encryptionCertificates Assertions are encrypted for the first
 */
public record ServiceProvider(
        String entityId,
        String acsUrl,
        List<X509Certificate> signingCertificates,
        List<X509Certificate> encryptionCertificates) {

    /** What Assertions are encrypted for, if anything. */
    public Optional<X509Certificate> encryptionCertificate() {
        return encryptionCertificates.stream().findFirst();
    }

    X509Certificate requireEncryptionCertificate() {
        return encryptionCertificate()
                .orElseThrow(() -> Refused.malformed("To encrypt needs the SP's metadata with an encryption key."));
    }

    static ServiceProvider read(String xml) {
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
        return new ServiceProvider(
                entityId, acsUrl(entity), certificates(entity, "signing"), certificates(entity, "encryption"));
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

    /** Of the keys for that use; one without a use serves for both (SAML Metadata 2.4.1.1). */
    private static List<X509Certificate> certificates(Element entity, String use) {
        return Xml.descendants(entity, Names.MD, "SPSSODescriptor").stream()
                .flatMap(role -> Xml.descendants(role, Names.MD, "KeyDescriptor").stream())
                .filter(key ->
                        !key.hasAttribute("use") || key.getAttribute("use").equals(use))
                .flatMap(key -> Xml.descendants(key, Names.DS, "X509Certificate").stream())
                .map(ServiceProvider::certificate)
                .toList();
    }

    private static X509Certificate certificate(Element element) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(element.getTextContent());
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException | IllegalArgumentException e) {
            throw Refused.malformed("A certificate in the SP metadata can't be read. " + e.getMessage());
        }
    }
}
