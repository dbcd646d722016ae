package io.dovetail.sso;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.dovetail.kit.testing.ServiceFences;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The fences between and around this service's features. */
class FencesTest extends ServiceFences {
    FencesTest() {
        super("io.dovetail.sso");
    }

    @Override
    protected Set<String> callsThatCostNothing() {
        return Set.of("ConnectionResource.providers");
    }

    @Test
    void onlySamlKnowsOpenSaml() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.dovetail.sso.saml..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.opensaml..", "net.shibboleth..", "org.apache.xml.security..")
                .check(service);
    }

    @Test
    void onlySamlReadsXml() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.dovetail.sso.saml..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.xml..", "org.w3c.dom..", "org.xml.sax..")
                .check(service);
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
                .check(service);
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
                .check(service);
    }

    @Test
    void onlyFetchKnowsTheHttpClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.dovetail.sso.fetch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc..")
                .check(service);
    }
}
