package io.dovetail.lab.idp.metadata;

import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** What a provider publishes, without any likeness (SAML Metadata 2.4.3). */
public record PlainMetadata(String entityId, List<X509Certificate> certificates, String ssoUrl) {

    public String write() {
        Document document = Xml.empty();
        Element entity = Xml.append(document, Names.MD, "md:EntityDescriptor");
        entity.setAttribute("entityID", entityId);
        Element role = Xml.append(entity, Names.MD, "md:IDPSSODescriptor");
        role.setAttribute("WantAuthnRequestsSigned", "false");
        role.setAttribute("protocolSupportEnumeration", Names.SAMLP);
        certificates.forEach(certificate -> key(role, certificate));
        Xml.append(role, Names.MD, "md:NameIDFormat", Names.NAME_ID_UNSPECIFIED);
        for (String binding : List.of(Names.REDIRECT, Names.POST)) {
            Element service = Xml.append(role, Names.MD, "md:SingleSignOnService");
            service.setAttribute("Binding", binding);
            service.setAttribute("Location", ssoUrl);
        }
        return Xml.text(document);
    }

    private static void key(Element role, X509Certificate certificate) {
        Element key = Xml.append(role, Names.MD, "md:KeyDescriptor");
        key.setAttribute("use", "signing");
        Element data = Xml.append(Xml.append(key, Names.DS, "ds:KeyInfo"), Names.DS, "ds:X509Data");
        try {
            String base64 = Base64.getEncoder().encodeToString(certificate.getEncoded());
            Xml.append(data, Names.DS, "ds:X509Certificate", base64);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The certificate has no encoding", e);
        }
    }
}
