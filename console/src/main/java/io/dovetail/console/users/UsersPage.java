package io.dovetail.console.users;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.console.linking.LinkingCalls;
import io.dovetail.console.linking.Readiness;
import io.dovetail.console.session.Session;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the company's people, and what came of the last act. */
@ApplicationScoped
class UsersPage {
    private final UserCalls calls;
    private final LinkingCalls linking;
    private final Html html;

    UsersPage(UserCalls calls, LinkingCalls linking, Html html) {
        this.calls = calls;
        this.linking = linking;
        this.html = html;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance users(
                List<Account> accounts,
                Selection selection,
                String next,
                @Nullable Readiness readiness,
                boolean on,
                boolean resendable,
                Notice notice);

        static native TemplateInstance removal(Account account, Selection selection, String message);

        static native TemplateInstance release(Account account, Selection selection, String message);

        static native TemplateInstance address(Account account, Selection selection, String message, String typed);
    }

    /** What came of the last act. */
    public record Notice(int status, String message, Invitations invitations) {

        static Notice done(String what) {
            return new Notice(200, Act.find(what).map(Act::done).orElse(""), Invitations.NONE);
        }

        static Notice failed(int status, String message) {
            return new Notice(status, message, Invitations.NONE);
        }

        public boolean isFailure() {
            return status != 200;
        }
    }

    Response show(Session session, Selection selection, Notice notice) {
        var page = calls.list(session, selection).orProblem().body();
        var on = calls.isOn(session);
        var users = new ArrayList<JsonNode>();
        page.path("items").forEach(users::add);
        var people = linking.findPeople(
                session, users.stream().map(user -> user.path("id").asText("")).toList());
        var accounts = users.stream().map(user -> Account.of(user, people, on)).toList();
        return html.page(
                notice.status(),
                Templates.users(
                        accounts,
                        selection,
                        page.path("next").asText(""),
                        linking.findReadiness(session).orElse(null),
                        on,
                        on
                                || accounts.stream()
                                        .anyMatch(account -> account.link().isUnderWay()),
                        notice));
    }

    /** Asks once more before somebody is removed for good or their identity is released. */
    Response ask(Session session, String user, Act act, Selection selection, int status, String message) {
        var account = account(session, user);
        var page = act == Act.RELEASE
                ? Templates.release(account, selection, message)
                : Templates.removal(account, selection, message);
        return html.page(status, page);
    }

    /** @param typed the address that stands in the form; empty for the present one */
    Response askForAddress(
            Session session, String user, Selection selection, int status, String message, String typed) {
        var account = account(session, user);
        var inForm = typed.isEmpty() ? account.email() : typed;
        return html.page(status, Templates.address(account, selection, message, inForm));
    }

    private Account account(Session session, String user) {
        return Account.of(calls.one(session, user).orProblem().body(), Optional.empty(), false);
    }
}
