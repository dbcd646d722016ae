package io.dovetail.console.connection;

import io.dovetail.console.session.CurrentSession;
import io.dovetail.console.session.Session;
import io.dovetail.console.web.Api;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows how the connection stands, and what came of the last act. */
@ApplicationScoped
class SettingsPage {
    private final ConnectionCalls calls;
    private final Html html;
    private final CurrentSession current;

    SettingsPage(ConnectionCalls calls, Html html, CurrentSession current) {
        this.calls = calls;
        this.html = html;
        this.current = current;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance settings(
                SettingsView connection,
                SettingsView.Form form,
                List<SettingsView.Preset> presets,
                @Nullable VerificationView verification,
                Notice notice);
    }

    /**
     * What came of the last act.
     *
     * @param missing what is to be done first
     * @param typed what stood in the form, so that nobody types it twice
     * @param codes recovery codes, which are shown this once
     */
    public record Notice(
            int status, String message, List<String> missing, SettingsView.@Nullable Form typed, List<String> codes) {

        static Notice done(@Nullable String what) {
            var message = switch (what == null ? "" : what) {
                case "saved" -> "Saved as a draft: nothing changes for anybody yet. Verify it next.";
                case "applied" -> "Applied: everybody signs in through the new version from now on.";
                case "linked" -> "Your account is linked to this identity.";
                default -> "";
            };
            return new Notice(200, message, List.of(), null, List.of());
        }

        static Notice enabled(Api.Answer answer) {
            var codes = new ArrayList<String>();
            answer.body().path("recoveryCodes").forEach(code -> codes.add(code.asText("")));
            var message = "Single sign-on is on. Sign out and in again through your provider to finish the trial.";
            return new Notice(200, message, List.of(), null, codes);
        }

        static Notice disabled(Api.Answer answer) {
            var message = answer.body().path("undone").asBoolean()
                    ? "Single sign-on is off again, and everything is as it was before: passwords work."
                    : "Single sign-on is off. Everybody is mailed a link to create a new password.";
            return new Notice(200, message, List.of(), null, List.of());
        }

        static Notice metadataNeeded(SettingsView.Form typed) {
            return new Notice(
                    400,
                    "Give the address of your provider's metadata, or paste the metadata itself.",
                    List.of(),
                    typed,
                    List.of());
        }

        static Notice failed(Api.Answer answer, SettingsView.@Nullable Form typed) {
            var missing = new ArrayList<String>();
            answer.body().path("missing").forEach(item -> missing.add(item.asText("")));
            var message = missing.isEmpty() ? answer.message() : "Not enabled yet. Do this first, then enable again:";
            return new Notice(answer.status(), message, missing, typed, List.of());
        }

        /** Whether it is the form's metadata that was refused. */
        public boolean isOfTheForm() {
            return typed != null;
        }

        public boolean isFailure() {
            return status != 200;
        }
    }

    Response show(Session session, @Nullable String verification, Notice notice) {
        var connection = calls.read(session);
        if (connection.status() == 401) {
            current.end();
            return html.seeOther("/sign-in?returnTo=" + SettingsResource.HERE);
        }
        var view = SettingsView.of(connection.orProblem().body());
        var checks = verification == null
                ? null
                : VerificationView.of(
                        calls.verification(session, verification).orProblem().body());
        var typed = notice.typed();
        var presets = SettingsView.Preset.of(calls.presets().orProblem().body());
        return html.pageThatLeads(
                notice.status(),
                Templates.settings(view, typed == null ? view.form() : typed, presets, checks, notice));
    }
}
