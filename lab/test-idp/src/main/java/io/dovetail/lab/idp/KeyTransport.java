package io.dovetail.lab.idp;

import io.dovetail.lab.idp.xml.Names;
import org.jspecify.annotations.Nullable;

/** How the content key travels to the service provider (XML Encryption 1.1, 5.5). */
public enum KeyTransport {
    /** RSA-OAEP of XML Encryption 1.0, with SHA-1 for digest and mask. */
    RSA_OAEP_SHA1("http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p", Names.SHA1, null),
    /** RSA-OAEP of XML Encryption 1.1, with SHA-256 for digest and mask. */
    RSA_OAEP_SHA256(
            "http://www.w3.org/2009/xmlenc11#rsa-oaep", Names.SHA256, "http://www.w3.org/2009/xmlenc11#mgf1sha256"),
    /** PKCS #1 v1.5, which nobody should accept (security.md E4). */
    RSA_1_5("http://www.w3.org/2001/04/xmlenc#rsa-1_5", null, null);

    private final String algorithm;
    private final @Nullable String digest;
    private final @Nullable String mask;

    KeyTransport(String algorithm, @Nullable String digest, @Nullable String mask) {
        this.algorithm = algorithm;
        this.digest = digest;
        this.mask = mask;
    }

    String algorithm() {
        return algorithm;
    }

    @Nullable
    String digest() {
        return digest;
    }

    @Nullable
    String mask() {
        return mask;
    }
}
