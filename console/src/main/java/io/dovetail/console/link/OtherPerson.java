package io.dovetail.console.link;

import io.dovetail.console.session.CurrentSession;
import io.dovetail.console.session.Session;
import io.dovetail.console.session.SignOut;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks first when a link is opened while somebody else is signed in here (security.md J4). */
@RequestScoped
public class OtherPerson {
    private static final int NOT_FOUND = 404;

    private final CurrentSession current;
    private final SignOut signOut;
    private final Html html;

    OtherPerson(CurrentSession current, SignOut signOut, Html html) {
        this.current = current;
        this.signOut = signOut;
        this.html = html;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance otherPerson(String signedInAs, String email, String companyName, String page);
    }

    /**
     * The page that asks; empty when nobody else is signed in, or there is no such link.
     *
     * @param link what its service answers about the link: its person's address, and the company's id where it has one
     * @param page the link's own
     * @throws io.dovetail.console.web.ProblemPage if nobody can say at present whose link it is
     */
    public Optional<Response> ask(int status, Supplier<Api.Answer> link, String page) {
        var session = current.find();
        if (session.isEmpty()) {
            return Optional.empty();
        }
        var answer = link.get();
        if (answer.status() == NOT_FOUND || isPersonOf(session.get(), answer.orProblem())) {
            return Optional.empty();
        }
        return Optional.of(html.page(
                status,
                Templates.otherPerson(session.get().email(), answer.text("email"), answer.text("companyName"), page)));
    }

    /** The person chose to go on with the link: whoever is signed in is signed out. */
    public Response goOn(String page) {
        signOut.run();
        return html.seeOther(page);
    }

    private static boolean isPersonOf(Session session, Api.Answer link) {
        var company = link.text("companyId");
        return session.email().equalsIgnoreCase(link.text("email"))
                && (company.isEmpty() || company.equals(session.companyId()));
    }
}
