package io.dovetail.console.link;

import io.dovetail.console.web.Api;
import java.util.Set;

/**
 * What the page of an invitation, or of a link to create a password, says when it does not work.
 *
 * @param renewable whether the right one is mailed to whoever asks for it there
 * @param singleSignOn whether that one links the account
 */
public record DeadLink(String title, String detail, boolean renewable, boolean singleSignOn) {
    private static final String SINGLE_SIGN_ON = "single-sign-on-on";
    private static final Set<String> RENEWABLE =
            Set.of("password-link-expired", "password-link-replaced", SINGLE_SIGN_ON);

    public static DeadLink of(Api.Answer refusal) {
        return new DeadLink(
                refusal.text("title"),
                refusal.advice(),
                RENEWABLE.contains(refusal.problem()),
                refusal.problem().equals(SINGLE_SIGN_ON));
    }
}
