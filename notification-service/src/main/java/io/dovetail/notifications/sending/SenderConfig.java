package io.dovetail.notifications.sending;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many mails are under way at once, and how long a sender may hold them. */
@ConfigMapping(prefix = "dovetail.mail.sender")
public interface SenderConfig {

    /** Threads that send, at most the mail server's connections ({@code quarkus.mailer.max-pool-size}); default 4. */
    @WithDefault("4")
    int threads();

    /** Most deliveries that a thread takes up at once; default 5. */
    @WithDefault("5")
    int batch();

    /**
     * How long they are that thread's alone; default 4 min. Longer than a batch of mails can take, that is batch × 2 ×
     * {@code quarkus.mailer.timeout}; a killed sender's mails wait so long for another.
     */
    @WithDefault("PT4M")
    Duration lease();

    /** Pause between two looks for due deliveries when nobody says that there are any; default 2 s. */
    @WithDefault("PT2S")
    Duration look();
}
