package io.dovetail.notifications.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How mails present themselves. Server, port, login and TLS are those of {@code quarkus.mailer}. */
@ConfigMapping(prefix = "dovetail.mail")
public interface MailConfig {

    /** The sender's address, also as {@code Name <address>}; default app@localhost. */
    @WithDefault("app@localhost")
    String from();

    /** What the product is called towards its users; default Dovetail. */
    @WithDefault("Dovetail")
    String appName();
}
