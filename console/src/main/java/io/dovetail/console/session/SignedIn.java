package io.dovetail.console.session;

import io.dovetail.console.web.Html;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** Opens pages to whoever is signed in, and leads everybody else to the sign-in and back. */
@RequestScoped
public class SignedIn {
    private final CurrentSession current;
    private final Html html;

    SignedIn(CurrentSession current, Html html) {
        this.current = current;
        this.html = html;
    }

    /** @param here where to come back to after signing in */
    public Response open(String here, Function<Session, Response> page) {
        var session = current.find();
        if (session.isEmpty()) {
            return toSignIn(here);
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
