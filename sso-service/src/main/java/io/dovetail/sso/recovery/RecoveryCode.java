package io.dovetail.sso.recovery;

import io.dovetail.kit.identity.Secrets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A code that opens the settings once: 100 random bits as four groups of five letters and digits, easily read out. */
record RecoveryCode(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    static RecoveryCode fresh() {
        return new RecoveryCode(
                IntStream.range(0, GROUPS).mapToObj(group -> letters()).collect(Collectors.joining("-")));
    }

    /** The only form that is stored; typed in any case, with or without the hyphens. */
    String hash(UUID companyId) {
        var plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return Secrets.sha256(companyId + ":" + plain);
    }

    private static String letters() {
        return IntStream.range(0, GROUP)
                .mapToObj(place -> String.valueOf(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()))))
                .collect(Collectors.joining());
    }
}
