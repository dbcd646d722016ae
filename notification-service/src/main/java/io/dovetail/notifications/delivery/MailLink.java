package io.dovetail.notifications.delivery;

import org.jspecify.annotations.Nullable;

/**
 * The address behind a mail's button.
 *
 * @param sealedBy the service that sealed it for this one; null if it is no secret and stands in clear
 */
public record MailLink(String address, @Nullable String sealedBy) {

    public static MailLink clear(String address) {
        return new MailLink(address, null);
    }

    public static MailLink sealed(String address, String by) {
        return new MailLink(address, by);
    }

    /** Without the address: records are printed by accident. */
    @Override
    public String toString() {
        return "MailLink[sealedBy=" + sealedBy + "]";
    }
}
