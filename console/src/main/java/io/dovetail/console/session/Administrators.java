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

    private final CurrentSession current;
    private final Html html;

    Administrators(CurrentSession current, Html html) {
        this.current = current;
        this.html = html;
    }

    /** @param here where to come back to after signing in */
    public Response open(String here, Function<Session, Response> page) {
        return openConnection(
                here, session -> session.isForConnectionAlone() ? html.seeOther(CONNECTION) : page.apply(session));
    }

    /** Also to who came in by a recovery code. */
    public Response openConnection(String here, Function<Session, Response> page) {
        var session = current.find();
        if (session.isEmpty()) {
            return toSignIn(here);
        }
        if (!session.get().isAdministrator() && !session.get().isForConnectionAlone()) {
            throw new ProblemPage(
                    403,
                    "Only administrators come here",
                    "You are signed in as " + session.get().email()
                            + ", a member. Ask an administrator of your company to do it, or to give you that role.");
        }
        try {
            return page.apply(session.get());
        } catch (SessionEnded elsewhere) {
            current.end();
            return toSignIn(here);
        }
    }

    private Response toSignIn(String here) {
        return html.seeOther("/sign-in?returnTo=" + Html.encode(here));
    }
}
