package io.dovetail.users.guessing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many wrong passwords are borne; they come back one by one. An address is a client address, of IPv6 its /64. */
@ConfigMapping(prefix = "dovetail.password-guesses")
public interface GuessConfig {

    /** For one account from one address within 15 minutes; no further one is looked at. Default 10. */
    @WithDefault("10")
    int perAccountAndAddress();

    /**
     * For one account from all addresses within an hour; after that it opens only where it was opened before. Default
     * 100.
     */
    @WithDefault("100")
    int perAccount();

    /**
     * From one address for all accounts within 15 minutes; after that only those open there that were opened there
     * before. Default 300.
     */
    @WithDefault("300")
    int perAddress();
}
