package io.dovetail.notifications.delivery;

import io.dovetail.notifications.mail.PasswordMail;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that one sender has taken up.
 *
 * @param claim how often it was taken up; a higher one in the database means that another sender took over
 */
public record DueDelivery(UUID id, int claim, PasswordMail mail, String sealedLink, Instant linkEndsAt) {

    /** Without the link and the address: records are printed by accident. */
    @Override
    public String toString() {
        return "DueDelivery[id=" + id + ", claim=" + claim + "]";
    }
}
