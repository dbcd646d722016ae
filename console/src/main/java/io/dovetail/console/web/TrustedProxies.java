package io.dovetail.console.web;

import io.netty.util.NetUtil;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who may tell in X-Forwarded-For where a browser calls from: addresses of IPv4, and networks.
 *
 * <p>Without one anybody could. A name, and an address of IPv6 is read as one, would be looked up at each call.
 */
@ApplicationScoped
class TrustedProxies {
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private final List<String> proxies;

    /** @param proxies none is no value, at which the console does not start */
    TrustedProxies(@ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") List<String> proxies) {
        this.proxies = proxies;
    }

    /** @throws IllegalArgumentException at which the console does not start */
    void check(@Observes StartupEvent started) {
        for (var listed : proxies) {
            var proxy = listed.stripLeading();
            if (!NetUtil.isValidIpV4Address(proxy) && !isNetwork(proxy)) {
                throw new IllegalArgumentException(
                        "dovetail.trusted-proxies must be addresses of IPv4, such as 192.0.2.1, or networks, such as"
                                + " 10.0.0.0/8 or ::1/128; a name would be looked up at every call. One of them is '"
                                + listed + "'");
            }
        }
    }

    private static boolean isNetwork(String text) {
        var slash = text.indexOf('/');
        if (slash < 0) {
            return false;
        }
        var address = text.substring(0, slash);
        var most =
                NetUtil.isValidIpV4Address(address) ? IPV4_BITS : NetUtil.isValidIpV6Address(address) ? IPV6_BITS : -1;
        var bits = text.substring(slash + 1);
        return bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= most;
    }
}
