package io.dovetail.lab.idp.likeness;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How a provider makes ids: text with gaps, {@code {uuid}} or a length and kind of random characters, {@code {hex40}}.
 */
record IdPattern(String pattern) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern GAP = Pattern.compile("\\{(uuid|hex|digits|capital|letters)(\\d*)}");

    /** An id that nobody has used. */
    String next() {
        return GAP.matcher(pattern).replaceAll(gap -> {
            String alphabet = switch (gap.group(1)) {
                case "hex" -> "0123456789abcdef";
                case "digits" -> "0123456789";
                case "capital" -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
                default -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
            };
            return gap.group(1).equals("uuid")
                    ? UUID.randomUUID().toString()
                    : random(alphabet, Integer.parseInt(gap.group(2)));
        });
    }

    private static String random(String alphabet, int length) {
        StringBuilder id = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            id.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return id.toString();
    }
}
