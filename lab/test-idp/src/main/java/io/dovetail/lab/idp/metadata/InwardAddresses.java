package io.dovetail.lab.idp.metadata;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** security.md I1: addresses inside, as somebody may paste them for metadata. */
public final class InwardAddresses {
    private static final Map<String, Function<URI, String>> BY_LINE = Map.ofEntries(
            Map.entry("I1_LOOPBACK_IN_DECIMAL", onHost("2130706433")),
            Map.entry("I1_LOOPBACK_IN_OCTAL", onHost("0177.0.0.1")),
            Map.entry("I1_LOOPBACK_IN_HEX", onHost("0x7f.0.0.1")),
            Map.entry("I1_LOOPBACK_IN_SHORT", onHost("127.1")),
            Map.entry("I1_LOOPBACK_MAPPED", onHost("[::ffff:127.0.0.1]")),
            Map.entry("I1_LOCALHOST_WITH_A_DOT", onHost("localhost.")),
            Map.entry("I1_PRIVATE_ADDRESS", own -> "https://10.0.0.1/metadata"),
            Map.entry("I1_METADATA_SERVICE", own -> "https://169.254.169.254/latest/meta-data/"),
            Map.entry("I1_CARRIERS_ADDRESS", own -> "https://100.64.0.1/metadata"),
            Map.entry("I1_MULTICAST_ADDRESS", own -> "https://224.0.0.1/metadata"));

    private InwardAddresses() {}

    /** @param honest where honest metadata are served; some lines are only another spelling of it */
    public static Optional<String> find(String line, URI honest) {
        return Optional.ofNullable(BY_LINE.get(line)).map(spelling -> spelling.apply(honest));
    }

    private static Function<URI, String> onHost(String host) {
        return own ->
                own.getScheme() + "://" + host + (own.getPort() < 0 ? "" : ":" + own.getPort()) + own.getRawPath();
    }
}
