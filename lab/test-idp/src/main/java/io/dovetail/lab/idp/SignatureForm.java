package io.dovetail.lab.idp;

import java.util.List;

/**
 * How a provider spells its signatures; none of it changes what they cover.
 *
 * @param prefix of the Signature's elements, or empty for a default namespace
 * @param keyInfoPrefix the same for KeyInfo and what is in it
 * @param inclusivePrefixes the PrefixList of the exclusive canonicalisation, often empty
 * @param base64InLines whether signature values and certificates are broken into lines of 76
 * @param keyHint what KeyInfo shows beside the certificate
 */
public record SignatureForm(
        String prefix, String keyInfoPrefix, List<String> inclusivePrefixes, boolean base64InLines, KeyHint keyHint) {

    /** Everything on one line, the certificate alone. */
    public static final SignatureForm PLAIN = new SignatureForm("ds", "ds", List.of(), false, KeyHint.NONE);

    /** What a KeyInfo may show beside the certificate. */
    public enum KeyHint {
        NONE,
        SUBJECT_NAME,
        KEY_VALUE
    }
}
