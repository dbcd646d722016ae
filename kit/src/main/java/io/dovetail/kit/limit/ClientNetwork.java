package io.dovetail.kit.limit;

import io.dovetail.kit.identity.ClientAddress;
import jakarta.enterprise.context.RequestScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom the present call counts for: its IPv4 address, or the /64 of its IPv6 address, which one customer has whole. */
@RequestScoped
public class ClientNetwork {
    private static final int BYTES_OF_A_64 = 8;
    private static final String UNKNOWN = "unknown";

    private final ClientAddress address;

    ClientNetwork(ClientAddress address) {
        this.address = address;
    }

    /** One for all whose address the proxy does not tell. */
    public String text() {
        return address.find().map(ClientNetwork::of).orElse(UNKNOWN);
    }

    /** @param address as numbers; no name is ever resolved, since none has a colon */
    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            var parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), BYTES_OF_A_64)) + "/64"
                    : parsed.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return UNKNOWN;
        }
    }
}
