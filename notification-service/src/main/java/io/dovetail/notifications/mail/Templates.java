package io.dovetail.notifications.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The template of every mail, as text and as HTML; a wrong name in one stops the build. */
@CheckedTemplate(basePath = "Mails")
final class Templates {
    private Templates() {}

    static native TemplateInstance mail(Words words);
}
