package io.dovetail.notifications.delivery;

import org.jspecify.annotations.Nullable;

/**
 * The address behind a mail's button.
 *
 * @param sealedBy the service that sealed it for this one; null if it is no secret and stands in clear
 * @param switchOver the Enable that it is for; null if it is for none, or if that is not known
 */
public record MailLink(
        String address, @Nullable String sealedBy, @Nullable Long switchOver) {

    public static MailLink clear(String address) {
        return new MailLink(address, null, null);
    }

    public static MailLink sealed(String address, String by) {
        return new MailLink(address, by, null);
    }

    public MailLink of(@Nullable Long enable) {
        return new MailLink(address, sealedBy, enable);
    }

    /** Without the address: records are printed by accident. */
    @Override
    public String toString() {
        return "MailLink[sealedBy=" + sealedBy + "]";
    }
}
