package io.dovetail.notifications;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The fences between and around this service's features. */
class FencesTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dovetail.notifications");

    @Test
    void entitiesNeverLeaveTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .bePackagePrivate()
                .check(SERVICE);
    }

    @Test
    void featuresDependOnEachOtherInOneDirectionOnly() {
        slices().matching("io.dovetail.notifications.(*)..")
                .should()
                .beFreeOfCycles()
                .check(SERVICE);
    }

    @Test
    void onlyTheMailFeatureKnowsTheSmtpClientAndTheTemplates() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..notifications.mail..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus.mailer..", "io.vertx..", "io.quarkus.qute..")
                .check(SERVICE);
    }

    @Test
    void resourcesAndListenersTouchNoDatabase() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .or()
                .haveSimpleNameEndingWith("Listener")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "javax.sql..", "java.sql..")
                .check(SERVICE);
    }

    @Test
    void kafkaIsReadInOnePlaceOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..notifications.events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..")
                .check(SERVICE);
    }

    @Test
    void timeComesFromTheClockAlone() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(SERVICE);
    }

    @Test
    void noServiceCallsAnotherOverHttp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "jakarta.ws.rs.client..")
                .check(SERVICE);
    }
}
