package io.dovetail.notifications.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many mails go out, over all replicas together; what five seconds left unused may be caught up. */
@ConfigMapping(prefix = "dovetail.mail.rate")
public interface RateConfig {

    /** Mails of one company in a minute; default 0: as many as the mail server takes. */
    @WithDefault("0")
    int perCompany();

    /** Mails of all companies in a minute; default 0: as many as the mail server takes. */
    @WithDefault("0")
    int inAll();
}
