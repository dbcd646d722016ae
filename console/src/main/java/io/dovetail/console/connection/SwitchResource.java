package io.dovetail.console.connection;

import io.dovetail.console.linking.JobResource;
import io.dovetail.console.linking.LinkingCalls;
import io.dovetail.console.session.Administrators;
import io.dovetail.console.session.OwnApi;
import io.dovetail.console.web.Html;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What turns single sign-on on and off, and what belongs to it: links before, codes and passwords after. */
@Path(SettingsResource.HERE)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SwitchResource {
    private static final String HERE = SettingsResource.HERE;
    private static final int DAY = 24;

    private final ConnectionCalls calls;
    private final LinkingCalls linking;
    private final OwnApi own;
    private final SettingsPage page;
    private final Html html;
    private final Administrators administrators;

    SwitchResource(
            ConnectionCalls calls,
            LinkingCalls linking,
            OwnApi own,
            SettingsPage page,
            Html html,
            Administrators administrators) {
        this.calls = calls;
        this.linking = linking;
        this.own = own;
        this.page = page;
        this.html = html;
        this.administrators = administrators;
    }

    /** Before Enable: passwords keep working. */
    @POST
    @Path("/send")
    public Response send() {
        return administrators.open(HERE, session -> {
            var answer = linking.send(session);
            return answer.ok()
                    ? html.seeOther(JobResource.pageOf(answer))
                    : page.show(session, null, Notice.failed(answer));
        });
    }

    @POST
    @Path("/enable")
    public Response enable(@FormParam("trialHours") @Nullable Integer trialHours) {
        return administrators.openConnection(HERE, session -> {
            var answer = calls.enable(session, Objects.requireNonNullElse(trialHours, DAY));
            var notice = answer.ok() ? Notice.enabled(answer) : Notice.failed(answer);
            return page.show(session, null, notice);
        });
    }

    @POST
    @Path("/apply")
    public Response apply() {
        return administrators.openConnection(HERE, session -> {
            var answer = calls.apply(session);
            return answer.ok()
                    ? html.seeOther(HERE + "?done=applied")
                    : page.show(session, null, Notice.failed(answer));
        });
    }

    /** Before the first sign-in through the provider it is an undo. */
    @POST
    @Path("/disable")
    public Response disable() {
        return administrators.openConnection(HERE, session -> {
            var answer = calls.disable(session);
            var notice = answer.ok() ? Notice.disabled(answer) : Notice.failed(answer);
            return page.show(session, null, notice);
        });
    }

    @POST
    @Path("/recovery-codes")
    public Response replaceRecoveryCodes() {
        return administrators.openConnection(HERE, session -> {
            var answer = calls.replaceRecoveryCodes(session);
            var notice = answer.ok() ? Notice.codesReplaced(answer) : Notice.failed(answer);
            return page.show(session, null, notice);
        });
    }

    /** Of the administrator who turned single sign-on off, so that nobody has to wait for the mail. */
    @POST
    @Path("/password")
    public Response setPassword(@FormParam("password") @Nullable String password) {
        return administrators.open(HERE, session -> {
            var wish = Map.of("password", Objects.requireNonNullElse(password, ""));
            var answer = own.send(session, "POST", "/api/me/password", wish);
            return answer.ok()
                    ? html.seeOther(HERE + "?done=password")
                    : page.show(session, null, Notice.passwordRefused(answer));
        });
    }
}
