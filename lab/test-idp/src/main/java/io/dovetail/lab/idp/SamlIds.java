package io.dovetail.lab.idp;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Fresh message ids: an underscore and 32 hexadecimal digits. */
public final class SamlIds {

    private static final SecureRandom RANDOM = new SecureRandom();

    private SamlIds() {}

    /** An id that nobody has used. */
    public static String next() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return "_" + HexFormat.of().formatHex(bytes);
    }
}
