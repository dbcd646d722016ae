package io.dovetail.console.session;

import io.dovetail.console.web.Html;
import io.dovetail.console.web.ProblemPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** Opens pages to administrators, and leads everybody else to where they can go on. */
@RequestScoped
public class Administrators {
    private static final String CONNECTION = "/settings/single-sign-on";

    private final SignedIn signedIn;
    private final Html html;

    Administrators(SignedIn signedIn, Html html) {
        this.signedIn = signedIn;
        this.html = html;
    }

    /** @param here where to come back to after signing in */
    public Response open(String here, Function<Session, Response> page) {
        return openConnection(
                here, session -> session.isForConnectionAlone() ? html.seeOther(CONNECTION) : page.apply(session));
    }

    /** Also to who came in by a recovery code. */
    public Response openConnection(String here, Function<Session, Response> page) {
        return signedIn.open(here, session -> {
            if (!session.isAdministrator() && !session.isForConnectionAlone()) {
                throw new ProblemPage(
                        403,
                        "Only administrators come here",
                        "You are signed in as " + session.email()
                                + ", a member. Ask an administrator of your company to do it, or to give you that role.");
            }
            return page.apply(session);
        });
    }
}
