package io.dovetail.console.link;

import io.dovetail.console.web.Api;
import java.util.Set;

/**
 * A binding link as its page shows it.
 *
 * @param state LIVE, EXPIRED, REPLACED, USED, SINGLE_SIGN_ON_OFF or DEACTIVATED
 */
public record BindingLinkView(
        String email,
        String firstName,
        String companyName,
        String provider,
        boolean invitation,
        String state,
        String until) {
    private static final Set<String> RENEWABLE = Set.of("EXPIRED", "REPLACED", "SINGLE_SIGN_ON_OFF");

    static BindingLinkView of(Api.Answer link, String until) {
        return new BindingLinkView(
                link.text("email"),
                link.text("firstName"),
                link.text("companyName"),
                providerInWords(link.text("provider")),
                link.text("kind").equals("INVITATION"),
                link.text("state"),
                until);
    }

    public boolean isLive() {
        return state.equals("LIVE");
    }

    /** What the person needs now is mailed to whoever asks: another link that binds, or one that makes a password. */
    public boolean mayBeRenewed() {
        return RENEWABLE.contains(state);
    }

    /** What a dead link's person is told. */
    public String advice() {
        return switch (state) {
            case "EXPIRED" -> "This link worked until " + until + ". Have a new one mailed to the same address.";
            case "REPLACED" -> "A newer link was sent since. Open the newest mail, or have another one sent.";
            case "USED" -> "Your account is linked already. Sign in, and your company's provider lets you in.";
            case "DEACTIVATED" -> "This account is deactivated. Ask an administrator of your company to reactivate it.";
            default ->
                "Single sign-on is off for your company. Sign in with your address and password; if you have none,"
                        + " have a link to create one mailed to the same address.";
        };
    }

    private static String providerInWords(String provider) {
        return switch (provider) {
            case "JUMPCLOUD" -> "JumpCloud";
            case "OKTA" -> "Okta";
            case "ENTRA_ID" -> "Microsoft Entra ID";
            case "ONELOGIN" -> "OneLogin";
            case "GOOGLE_WORKSPACE" -> "Google Workspace";
            case "AD_FS" -> "AD FS";
            default -> "your company's identity provider";
        };
    }
}
