package io.dovetail.sso.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.sso.Workplace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which provider's people a saved draft means. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class SourceTest {

    @Test
    void keepsTheBindingsOfTheProviderInUseAcrossADraftThatWentAstray() {
        var place = Workplace.enabled("RESTART");
        var inUse = place.currentSource();

        save(place, place.metadata().replace("idp.example.org", "idp.other.example"));
        assertNotEquals(inUse, place.source());
        save(place, place.metadata());

        assertEquals(inUse, place.source());
    }

    @Test
    void meansOtherPeopleWhenTheSignInAddressMoves() {
        var place = Workplace.known();
        save(place, place.metadata());
        var before = place.source();

        save(place, place.metadata());
        assertEquals(before, place.source());

        save(place, place.metadata().replace("idp.example.org", "idp.other.example"));
        assertNotEquals(before, place.source());
    }

    private static void save(Workplace place, String metadata) {
        place.asAdministrator()
                .body(Map.of("metadataXml", metadata))
                .put("/api/sso/" + place.companyId)
                .then()
                .statusCode(200);
    }
}
