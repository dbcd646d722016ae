package io.dovetail.lab.idp.check.line;

import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The service provider under check, as its metadata describes it (SAML Metadata 2.4.4).
 *
 * @param encryption the certificate that Assertions may be encrypted to, if it names one
 */
public record ServiceProvider(String entityId, URI acs, Optional<X509Certificate> encryption) {

    /** Reads one EntityDescriptor; anything else is an {@link IllegalArgumentException}. */
    public static ServiceProvider read(byte[] metadata) {
        Element entity = Xml.parse(metadata).getDocumentElement();
        String entityId = entity.getAttribute("entityID");
        if (!"EntityDescriptor".equals(entity.getLocalName()) || entityId.isBlank()) {
            throw new IllegalArgumentException("The SP metadata must be one md:EntityDescriptor with an entityID");
        }
        String acs = Xml.descendants(entity, Names.MD, "AssertionConsumerService").stream()
                .filter(service -> service.getAttribute("Binding").equals(Names.POST))
                .min(Comparator.comparing(
                        service -> !service.getAttribute("isDefault").equals("true")))
                .map(service -> service.getAttribute("Location"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The SP metadata has no AssertionConsumerService for the POST binding"));
        return new ServiceProvider(entityId, URI.create(acs), encryption(entity));
    }

    /** The same, with a certificate to encrypt to that its metadata do not name. */
    public ServiceProvider encryptingTo(X509Certificate certificate) {
        return new ServiceProvider(entityId, acs, Optional.of(certificate));
    }

    /** A KeyDescriptor without use serves for both. */
    private static Optional<X509Certificate> encryption(Element entity) {
        List<Element> keys = Xml.descendants(entity, Names.MD, "KeyDescriptor");
        return keys.stream()
                .filter(key -> !key.getAttribute("use").equals("signing"))
                .flatMap(key -> Xml.descendants(key, Names.DS, "X509Certificate").stream())
                .findFirst()
                .map(certificate -> certificate(certificate.getTextContent()));
    }

    private static X509Certificate certificate(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("The SP metadata has a certificate that can't be read", e);
        }
    }
}
