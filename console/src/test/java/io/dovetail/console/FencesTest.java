package io.dovetail.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The fences inside the console. */
class FencesTest {
    private final JavaClasses console = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dovetail.console");

    @Test
    void theConsoleIsAFrontendAndKnowsNoServiceAndNoDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.dovetail.kit..",
                        "io.dovetail.sso..",
                        "io.dovetail.users..",
                        "io.dovetail.bindings..",
                        "io.dovetail.notifications..",
                        "java.sql..",
                        "jakarta.persistence..",
                        "org.apache.kafka..")
                .check(console);
    }

    @Test
    void joseStaysBehindTheSeal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.dovetail.console.seal")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jose4j..")
                .check(console);
    }

    @Test
    void onlyOneClassCallsTheServices() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.dovetail.console.web.Api")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.http.HttpClient")
                .check(console);
    }

    @Test
    void pagesAreServedByResources() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Resource")
                .check(console);
    }

    @Test
    void nobodyAsksTheProcessForTheTime() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(console);
        noClasses()
                .that()
                .doNotHaveSimpleName("SystemClock")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .check(console);
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        slices().matching("io.dovetail.console.(*)..").should().beFreeOfCycles().check(console);
    }
}
