package io.dovetail.console.session;

import io.dovetail.console.web.Api;
import io.dovetail.console.web.ProblemPage;
import jakarta.enterprise.context.RequestScoped;
import org.jboss.logging.Logger;

/** Ends the session at the services too; the browser forgets it even when they can't be reached. */
@RequestScoped
public class SignOut {
    private static final Logger LOG = Logger.getLogger(SignOut.class);

    private final CurrentSession current;
    private final Api api;

    SignOut(CurrentSession current, Api api) {
        this.current = current;
        this.api = api;
    }

    public void run() {
        try {
            current.find().ifPresent(session -> api.delete("/api/sessions/current", CurrentSession.bearer(session)));
        } catch (ProblemPage away) {
            LOG.warn("a session ended in the browser alone, until its tokens end");
        }
        current.end();
    }
}
