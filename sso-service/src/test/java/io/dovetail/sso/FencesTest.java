package io.dovetail.sso;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** The fences between and around this service's features. */
class FencesTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.dovetail.sso");

    @Test
    void onlySamlKnowsOpenSaml() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.dovetail.sso.saml..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.opensaml..", "net.shibboleth..", "org.apache.xml.security..")
                .check(SERVICE);
    }

    @Test
    void onlySamlReadsXml() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.dovetail.sso.saml..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.xml..", "org.w3c.dom..", "org.xml.sax..")
                .check(SERVICE);
    }

    @Test
    void samlKnowsNothingOfTheRestOfTheService() {
        noClasses()
                .that()
                .resideInAPackage("io.dovetail.sso.saml..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.dovetail..")
                        .and(resideOutsideOfPackage("io.dovetail.sso.saml.."))
                        .or(resideInAnyPackage("jakarta.persistence..", "jakarta.ws.rs..", "io.quarkus..")))
                .check(SERVICE);
    }

    @Test
    void theSamlCheckOpensNothing() {
        noClasses()
                .that()
                .resideInAPackage("io.dovetail.sso.saml..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..", "java.net.http..", "java.sql..", "javax.sql..", "org.apache.hc..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.URL")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .check(SERVICE);
    }

    @Test
    void onlyFetchKnowsTheHttpClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.dovetail.sso.fetch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc..")
                .check(SERVICE);
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
                .haveFullyQualifiedName("java.net.HttpURLConnection")
                .check(SERVICE);
    }

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
        slices().matching("io.dovetail.sso.(*)..").should().beFreeOfCycles().check(SERVICE);
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
                .resideOutsideOfPackage("io.dovetail.sso.events..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..")
                .check(SERVICE);
    }

    @Test
    void timeComesFromTheClockAlone() {
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("now")).and(targetOwner(resideInAPackage("java.time.."))))
                .orShould()
                .callMethodWhere(target(nameMatching("system.*")).and(targetOwner(type(Clock.class))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(SERVICE);
    }
}
