package io.dovetail.notifications.delivery;

import io.dovetail.notifications.mail.Letter;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery that one sender has taken up.
 *
 * @param claim how often it was taken up; a higher one in the database means that another sender took over
 * @param endsAt from when on nobody needs the mail any more: when its link ends, if that is a sealed one
 */
public record DueDelivery(UUID id, int claim, String to, Letter letter, MailLink link, Instant endsAt) {

    /** Without the link and the address: records are printed by accident. */
    @Override
    public String toString() {
        return "DueDelivery[id=" + id + ", claim=" + claim + "]";
    }
}
