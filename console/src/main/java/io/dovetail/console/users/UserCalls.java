package io.dovetail.console.users;

import io.dovetail.console.linking.LinkingCalls;
import io.dovetail.console.session.OwnApi;
import io.dovetail.console.session.Session;
import io.dovetail.console.web.Api;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The calls about a company's people, made for the administrator whose session it is. */
@ApplicationScoped
class UserCalls {
    private final OwnApi api;
    private final LinkingCalls linking;

    UserCalls(OwnApi api, LinkingCalls linking) {
        this.api = api;
        this.linking = linking;
    }

    Api.Answer list(Session session, Selection selection) {
        return api.get(session, path(session, selection.query()));
    }

    Api.Answer one(Session session, String user) {
        return api.get(session, path(session, "/" + user));
    }

    /** Whether single sign-on is on, on trial or for good. */
    boolean isOn(Session session) {
        var company = api.get(session, "/api/companies/" + session.companyId()).orProblem();
        return !"OFF".equals(company.text("singleSignOnState"));
    }

    Api.Answer invite(Session session, List<String> emails, String role) {
        return api.send(session, "POST", path(session, "/invitations"), Map.of("emails", emails, "role", role));
    }

    Api.Answer changeAddress(Session session, String user, String email) {
        return api.send(session, "PATCH", path(session, "/" + user), Map.of("email", email));
    }

    /** @param act any but {@link Act#CHANGE_ADDRESS}, which needs the address */
    Api.Answer act(Session session, String user, Act act) {
        return switch (act) {
            case RESEND_LINK -> linking.resend(session, user);
            case RESEND_INVITATION, MAIL_PASSWORD_LINK ->
                api.post(session, path(session, "/invitations/" + user + "/resend"));
            case UNBIND -> linking.unbind(session, user);
            case MAKE_ADMINISTRATOR -> changeRole(session, user, "ADMIN");
            case MAKE_MEMBER -> changeRole(session, user, "MEMBER");
            case DEACTIVATE, REACTIVATE -> api.post(session, path(session, "/" + user + "/" + act.path()));
            case CHANGE_ADDRESS -> throw new IllegalArgumentException("needs an address");
            case RELEASE -> linking.release(session, user);
            case REMOVE -> api.delete(session, path(session, "/" + user));
        };
    }

    private Api.Answer changeRole(Session session, String user, String role) {
        return api.send(session, "PATCH", path(session, "/" + user), Map.of("role", role));
    }

    private static String path(Session session, String path) {
        return "/api/users/" + session.companyId() + path;
    }
}
