package io.dovetail.lab.idp;

/** What an Assertion itself is encrypted with (XML Encryption 1.1, 5.2). */
public enum ContentCipher {
    AES_128_GCM("http://www.w3.org/2009/xmlenc11#aes128-gcm", "AES", 128),
    AES_256_GCM("http://www.w3.org/2009/xmlenc11#aes256-gcm", "AES", 256),
    /** Without a check of its own: good only where a verified signature covers the ciphertext (security.md E5). */
    AES_128_CBC("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "AES", 128),
    /** As the one of 128 bits. */
    AES_256_CBC("http://www.w3.org/2001/04/xmlenc#aes256-cbc", "AES", 256),
    /** As the others with CBC. */
    TRIPLE_DES("http://www.w3.org/2001/04/xmlenc#tripledes-cbc", "DESede", 168);

    private final String algorithm;
    private final String key;
    private final int bits;

    ContentCipher(String algorithm, String key, int bits) {
        this.algorithm = algorithm;
        this.key = key;
        this.bits = bits;
    }

    String algorithm() {
        return algorithm;
    }

    /** The JCA's name of the key's kind. */
    String key() {
        return key;
    }

    int bits() {
        return bits;
    }
}
