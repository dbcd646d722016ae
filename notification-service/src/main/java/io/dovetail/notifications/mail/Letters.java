package io.dovetail.notifications.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates, each as text and as HTML; a wrong name in one stops the build. */
@CheckedTemplate(basePath = "Letters")
final class Letters {
    private Letters() {}

    static native TemplateInstance createPassword(PasswordLetter letter);
}
