package io.dovetail.console.connection;

import io.dovetail.console.linking.LinkingCalls;
import io.dovetail.console.linking.Readiness;
import io.dovetail.console.session.Session;
import io.dovetail.console.web.Html;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows how the connection stands, and what came of the last act. */
@ApplicationScoped
class SettingsPage {
    private final ConnectionCalls calls;
    private final LinkingCalls linking;
    private final Html html;

    SettingsPage(ConnectionCalls calls, LinkingCalls linking, Html html) {
        this.calls = calls;
        this.linking = linking;
        this.html = html;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance settings(
                SettingsView connection,
                DraftForm form,
                List<SettingsView.Preset> presets,
                @Nullable VerificationView verification,
                @Nullable Readiness readiness,
                Notice notice,
                boolean alone);
    }

    Response show(Session session, @Nullable String verification, Notice notice) {
        var view = SettingsView.of(
                calls.read(session).orProblem().body(),
                SpKeyView.of(calls.spKeys(session).orProblem().body()));
        var checks = verification == null
                ? null
                : VerificationView.of(
                        calls.verification(session, verification).orProblem().body());
        var typed = notice.typed();
        var presets = SettingsView.Preset.of(calls.presets().orProblem().body());
        return html.pageThatLeads(
                notice.status(),
                Templates.settings(
                        view,
                        typed == null ? view.form() : typed,
                        presets,
                        checks,
                        readiness(session, view),
                        notice,
                        session.isForConnectionAlone()));
    }

    /** Null when it is not known right now, not to be told to this session, or nothing yet. */
    private @Nullable Readiness readiness(Session session, SettingsView view) {
        return session.isForConnectionAlone() || !view.saved()
                ? null
                : linking.findReadiness(session).orElse(null);
    }
}
