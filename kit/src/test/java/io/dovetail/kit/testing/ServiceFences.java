package io.dovetail.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The fences that stand in every service; a service's own test adds those around its libraries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the classes are read once
public abstract class ServiceFences {
    protected final String root;
    protected final JavaClasses service;

    /** @param root the service's package */
    protected ServiceFences(String root) {
        this.root = root;
        this.service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    @Test
    void entitiesNeverLeaveTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .bePackagePrivate()
                .check(service);
    }

    @Test
    void featuresDependOnEachOtherInOneDirectionOnly() {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(service);
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
                .check(service);
    }

    /** It is a cursor, which costs more than the rows, and keeps its connection when it is left before its end. */
    @Test
    void noResultIsReadAsAStream() {
        noClasses()
                .should()
                .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("getResultStream")))
                .check(service);
    }

    @Test
    void callsThatNeedNoTokenAreLimited() {
        methods()
                .that(new OpenCalls())
                .should(new BeLimited(callsThatCostNothing()))
                .allowEmptyShould(true)
                .check(service);
    }

    /** Open calls that answer the same to everybody from memory: counting them would cost more than they do. */
    protected Set<String> callsThatCostNothing() {
        return Set.of();
    }

    @Test
    void kafkaIsReadInOnePlaceOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(root + ".events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..")
                .check(service);
    }

    @Test
    void timeComesFromTheClockAlone() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(service);
    }

    @Test
    void noServiceCallsAnotherOverHttp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "jakarta.ws.rs.client..",
                        "org.eclipse.microprofile.rest.client..",
                        "io.vertx.ext.web.client..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.HttpURLConnection|io\\.vertx\\.core\\.http\\.HttpClient.*")
                .check(service);
    }
}
