package io.dovetail.lab.idp.application;

import io.dovetail.lab.idp.xml.Names;
import io.dovetail.lab.idp.xml.Xml;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes an application's IdP metadata in JumpCloud's likeness: one certificate, the POST binding, no logout. */
final class IdpMetadata {

    private IdpMetadata() {}

    static String write(Application application, String baseUrl) {
        Document document = Xml.empty();
        Element entity = Xml.append(document, Names.MD, "md:EntityDescriptor");
        entity.setAttribute("entityID", application.idpEntityId());
        Element role = Xml.append(entity, Names.MD, "md:IDPSSODescriptor");
        role.setAttribute("WantAuthnRequestsSigned", "false");
        role.setAttribute("protocolSupportEnumeration", Names.SAMLP);
        Element key = Xml.append(role, Names.MD, "md:KeyDescriptor");
        key.setAttribute("use", "signing");
        Element keyInfo = Xml.append(key, Names.DS, "ds:KeyInfo");
        Element data = Xml.append(keyInfo, Names.DS, "ds:X509Data");
        Xml.append(
                data, Names.DS, "ds:X509Certificate", base64(application.keys().certificate()));
        Xml.append(role, Names.MD, "md:NameIDFormat", Names.NAME_ID_UNSPECIFIED);
        service(role, Names.POST, baseUrl + application.ssoPath());
        if (application.redirectBinding()) {
            service(role, Names.REDIRECT, baseUrl + application.ssoPath());
        }
        return Xml.text(document);
    }

    private static void service(Element role, String binding, String location) {
        Element service = Xml.append(role, Names.MD, "md:SingleSignOnService");
        service.setAttribute("Binding", binding);
        service.setAttribute("Location", location);
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("The certificate has no encoding", e);
        }
    }
}
