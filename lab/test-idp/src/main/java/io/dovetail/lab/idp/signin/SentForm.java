package io.dovetail.lab.idp.signin;

import io.dovetail.lab.idp.answer.Sent;
import io.dovetail.lab.idp.http.Html;
import java.util.stream.Collectors;

/** The form that has a browser carry an answer: sent by a script of its own, or by its button. */
final class SentForm {
    private SentForm() {}

    static String page(Pending pending, Sent sent) {
        String how = switch (sent.way()) {
            case POST -> "method=\"post\"";
            case GET -> "method=\"get\"";
            case PLAIN_TEXT -> "method=\"post\" enctype=\"text/plain\"";
        };
        String fields = sent.fields().stream()
                .map(field -> Html.hidden(field.getKey(), field.getValue()))
                .collect(Collectors.joining());
        return Html.sendingPage("On to " + pending.application().name(), """
                <section><form %s action="%s">%s
                <p>You are logged in.</p><button type="submit">Continue</button></form></section>
                """.formatted(
                        how, Html.escape(pending.application().acsUrl()), fields));
    }
}
