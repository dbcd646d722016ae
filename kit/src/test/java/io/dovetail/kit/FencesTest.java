package io.dovetail.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The fences inside the kit. */
class FencesTest {
    private static final String BUSINESS =
            ".*(Company|Companies|User|Connection|Binding|Invitation|Verification|SignIn|Session|Delivery|Saml|Mail).*";

    private final JavaClasses kit = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dovetail.kit");

    @Test
    void noWordOfTheBusinessNamesAClass() {
        noClasses().should().haveNameMatching(BUSINESS).check(kit);
    }

    @Test
    void cloudEventsStayBehindTheEventPackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.dovetail.kit.event")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.cloudevents..")
                .check(kit);
    }

    @Test
    void onlyTheOutboxPublishes() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.dovetail.kit.outbox", "io.dovetail.kit.event")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.clients.producer..")
                .check(kit);
    }

    @Test
    void joseStaysBehindTheTicketPackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.dovetail.kit.ticket")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jose4j..")
                .check(kit);
    }

    @Test
    void nobodyAsksTheProcessForTheTime() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.dovetail.kit.time")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(kit);
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        slices().matching("io.dovetail.kit.(*)..").should().beFreeOfCycles().check(kit);
    }
}
