package io.dovetail.console.connection;

import io.dovetail.console.session.Administrators;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Shows every key that answers are or were checked with, the newest first. */
@Path(KnownKeysResource.HERE)
public class KnownKeysResource {
    static final String HERE = SettingsResource.HERE + "/keys";

    private final ConnectionCalls calls;
    private final Html html;
    private final Administrators administrators;

    KnownKeysResource(ConnectionCalls calls, Html html, Administrators administrators) {
        this.calls = calls;
        this.html = html;
        this.administrators = administrators;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance knownKeys(List<KnownKey> keys, boolean alone);
    }

    @GET
    public Response page() {
        return administrators.openConnection(HERE, session -> {
            var keys = KnownKey.all(calls.keys(session).orProblem().body());
            return html.page(200, Templates.knownKeys(keys, session.isForConnectionAlone()));
        });
    }
}
