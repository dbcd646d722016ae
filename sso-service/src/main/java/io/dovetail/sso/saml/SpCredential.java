package io.dovetail.sso.saml;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A private key of ours with the certificate that our metadata shows for it; the certificate itself proves nothing. */
public record SpCredential(PrivateKey privateKey, X509Certificate certificate) {

    @Override
    public String toString() {
        return "SpCredential[" + certificate.getSerialNumber() + "]";
    }
}
