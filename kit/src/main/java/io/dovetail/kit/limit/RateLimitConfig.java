package io.dovetail.kit.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often calls that need no token are answered; what two minutes allow may come at once. */
@ConfigMapping(prefix = "dovetail.rate-limits")
public interface RateLimitConfig {

    /**
     * Calls a minute of one kind from one client address, of IPv6 its /64. Thousands may sign in from one address in a
     * few minutes, since an office often has no more. Default 1,200.
     */
    @WithDefault("1200")
    int perAddress();

    /** Calls a minute of one kind for one company, where the path names it, from all addresses. Default 12,000. */
    @WithDefault("12000")
    int perCompany();

    /**
     * Calls a minute of one kind for one company from one client address while those of the company are used up: a few
     * addresses that use them up shut nobody out. Default 60.
     */
    @WithDefault("60")
    int perAddressAndCompany();
}
