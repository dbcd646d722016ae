package io.dovetail.bindings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.dovetail.kit.testing.ServiceFences;
import org.junit.jupiter.api.Test;

/** The fences between and around this service's features. */
class FencesTest extends ServiceFences {
    FencesTest() {
        super("io.dovetail.bindings");
    }

    @Test
    void copiesKnowNoOtherFeature() {
        noClasses()
                .that()
                .resideInAPackage("..bindings.copies..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..bindings.binding..", "..bindings.overview..", "..bindings.events..")
                .check(service);
    }
}
