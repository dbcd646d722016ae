package io.dovetail.sso.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/** The two pages that this service shows by itself: the neutral refusal, and the form that goes to the provider. */
final class Pages {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Pages() {}

    @CheckedTemplate(basePath = "")
    static class Templates {
        private Templates() {}

        static native TemplateInstance refused(String wordCode, String verification);

        static native TemplateInstance continueToProvider(String action, String samlRequest, String relayState);
    }

    /** The same words whatever the reason: the administrator finds it under the word code. */
    static Response refused(int status, String wordCode, Optional<UUID> verification) {
        var page = Templates.refused(wordCode, verification.map(UUID::toString).orElse(""));
        return html(status, page);
    }

    /** A page without a form. */
    static Response html(int status, TemplateInstance page) {
        return html(status, page, POLICY + "; form-action 'none'");
    }

    /** No form-action here: Chrome would check it on the provider's redirects too. */
    static Response continueToProvider(StartSignIn.Outcome.Form form) {
        var page = Templates.continueToProvider(form.action().toString(), form.samlRequest(), form.relayState());
        return html(200, page, POLICY + "; script-src 'self'");
    }

    private static Response html(int status, TemplateInstance page, String policy) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .entity(page.render())
                .build();
    }
}
