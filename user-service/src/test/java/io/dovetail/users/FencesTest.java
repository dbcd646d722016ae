package io.dovetail.users;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.dovetail.kit.testing.ServiceFences;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The fences between and around this service's features. */
class FencesTest extends ServiceFences {
    FencesTest() {
        super("io.dovetail.users");
    }

    @Override
    protected Set<String> callsThatCostNothing() {
        return Set.of("KeySetResource.keySet");
    }

    @Test
    void onlyPasswordsKnowArgon2() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..users.password..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.password4j..")
                .check(service);
    }

    @Test
    void onlyTokensKnowJwtLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..users.token..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jose4j..", "io.smallrye.jwt..")
                .check(service);
    }
}
