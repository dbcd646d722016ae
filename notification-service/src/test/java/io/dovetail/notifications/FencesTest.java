package io.dovetail.notifications;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.dovetail.kit.testing.ServiceFences;
import org.junit.jupiter.api.Test;

/** The fences between and around this service's features. */
class FencesTest extends ServiceFences {
    FencesTest() {
        super("io.dovetail.notifications");
    }

    @Test
    void onlyTheMailFeatureKnowsTheSmtpClientAndTheTemplates() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..notifications.mail..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus.mailer..", "io.vertx..", "io.quarkus.qute..")
                .check(service);
    }
}
