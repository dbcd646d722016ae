package io.dovetail.sso;

import io.dovetail.lab.idp.IdpKeys;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/** The least that metadata of a provider say: who, one key, one address. */
public final class PlainMetadata {
    private PlainMetadata() {}

    public static String of(String entityId, IdpKeys keys) {
        try {
            var certificate =
                    Base64.getEncoder().encodeToString(keys.certificate().getEncoded());
            return """
                    <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s"><IDPSSODescriptor
                    protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing"><KeyInfo
                    xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>%s</X509Certificate></X509Data>
                    </KeyInfo></KeyDescriptor><SingleSignOnService
                    Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example.org/sso"/>
                    </IDPSSODescriptor></EntityDescriptor>""".formatted(entityId, certificate);
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
