package io.dovetail.console.users;

import java.util.Arrays;
import java.util.Optional;

/** What an administrator can do about one person. */
public enum Act {
    RESEND_LINK("resend-link", "Send a new link", "A new link is on its way; the older one is dead."),
    RESEND_INVITATION(
            "resend-invitation", "Invite again", "The invitation is on its way again; the older one is dead."),
    MAIL_PASSWORD_LINK(
            "password-link", "Mail a new link", "A link to create a password is on its way; the older one is dead."),
    UNBIND("unbind", "Unlink from identity", "Unlinked. While single sign-on is on, a new link is mailed."),
    MAKE_ADMINISTRATOR("make-administrator", "Make administrator", "An administrator now."),
    MAKE_MEMBER("make-member", "Make member", "A member now."),
    CHANGE_ADDRESS("address", "Change address…", "The address is changed; links sent to the old one are dead."),
    DEACTIVATE("deactivate", "Deactivate", "Deactivated: sessions end, links are dead, nobody comes in by it."),
    REACTIVATE("reactivate", "Reactivate", "Reactivated. Who is owed a link is mailed one."),
    RELEASE(
            "release",
            "Release identity…",
            "Released: somebody else can be linked to the identity now, and this account is linked to none."),
    REMOVE("remove", "Remove…", "Removed, with everything that was kept about this person.");

    private final String path;
    private final String title;
    private final String done;

    Act(String path, String title, String done) {
        this.path = path;
        this.title = title;
        this.done = done;
    }

    public String path() {
        return path;
    }

    public String title() {
        return title;
    }

    /** Whether the button leads to a page that asks once more. */
    public boolean isAskedTwice() {
        return this == CHANGE_ADDRESS || this == RELEASE || this == REMOVE;
    }

    String done() {
        return done;
    }

    static Optional<Act> find(String path) {
        return Arrays.stream(values()).filter(act -> act.path.equals(path)).findFirst();
    }
}
