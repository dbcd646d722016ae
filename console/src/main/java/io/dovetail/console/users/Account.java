package io.dovetail.console.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.mails.MailKind;
import io.dovetail.console.web.UtcTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person as the page shows them.
 *
 * @param hasPassword whether they could sign in by one; told true where nobody needs one
 * @param lastMail what was mailed last and whether it went out; empty when nothing was
 * @param mailFailed whether that mail could not be delivered
 * @param acts what can be done about them
 */
public record Account(
        String id,
        String name,
        String email,
        String role,
        String status,
        boolean hasPassword,
        LinkWords link,
        String lastMail,
        boolean mailFailed,
        List<Act> acts) {

    /**
     * One user of user-service's list.
     *
     * @param people how far each person is with linking; empty when it is not known right now
     * @param on whether single sign-on is on, on trial or for good
     */
    static Account of(JsonNode user, Optional<Map<String, JsonNode>> people, boolean on) {
        var status = text(user, "status");
        var link = link(user, people);
        var mail = user.path("lastMail");
        return new Account(
                text(user, "id"),
                (text(user, "firstName") + " " + text(user, "lastName")).strip(),
                text(user, "email"),
                text(user, "role"),
                status,
                !awaitsPassword(user, on),
                link,
                mailInWords(mail),
                text(mail, "state").equals("FAILED"),
                acts(user, link, on));
    }

    public String roleInWords() {
        return role.equals("ADMIN") ? "Administrator" : "Member";
    }

    public String statusInWords() {
        return switch (status) {
            case "PENDING" -> "Invited, not in yet";
            case "ACTIVE" -> hasPassword ? "Active" : "Active, no password yet";
            case "DEACTIVATED" -> "Deactivated";
            default -> status;
        };
    }

    /** Whoever has given no name yet is called by their address. */
    public String title() {
        return name.isEmpty() ? email : name;
    }

    private static LinkWords link(JsonNode user, Optional<Map<String, JsonNode>> people) {
        if (text(user, "status").equals("DEACTIVATED")) {
            return LinkWords.ofDeactivated(text(user, "samlId"));
        }
        return people.map(known -> known.get(text(user, "id")))
                .map(LinkWords::of)
                .orElseGet(LinkWords::unknown);
    }

    private static List<Act> acts(JsonNode user, LinkWords link, boolean on) {
        var acts = new ArrayList<Act>();
        if (text(user, "status").equals("DEACTIVATED")) {
            return link.isBound()
                    ? List.of(Act.REACTIVATE, Act.RELEASE, Act.REMOVE)
                    : List.of(Act.REACTIVATE, Act.REMOVE);
        }
        var bound = link.isBound()
                || (link.equals(LinkWords.unknown()) && text(user, "binding").equals("BOUND"));
        if (bound) {
            acts.add(Act.UNBIND);
        } else if (on) {
            acts.add(Act.RESEND_LINK);
        } else if (text(user, "status").equals("PENDING")) {
            acts.add(Act.RESEND_INVITATION);
        } else if (link.isUnderWay()) {
            acts.add(Act.RESEND_LINK);
        }
        if (awaitsPassword(user, on)) {
            acts.add(Act.MAIL_PASSWORD_LINK);
        }
        acts.add(text(user, "role").equals("ADMIN") ? Act.MAKE_MEMBER : Act.MAKE_ADMINISTRATOR);
        acts.add(Act.CHANGE_ADDRESS);
        acts.add(Act.DEACTIVATE);
        acts.add(Act.REMOVE);
        return acts;
    }

    /** Single sign-on was turned off, and the link to create a password was not used yet, or not in time. */
    private static boolean awaitsPassword(JsonNode user, boolean on) {
        return !on
                && text(user, "status").equals("ACTIVE")
                && !user.path("hasPassword").asBoolean(true);
    }

    private static String mailInWords(JsonNode mail) {
        if (!mail.isObject()) {
            return "";
        }
        var fate = text(mail, "state").equals("FAILED") ? "could not be delivered, " : "sent ";
        return MailKind.inWords(text(mail, "kind")) + ": " + fate + UtcTime.inWords(text(mail, "at"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
