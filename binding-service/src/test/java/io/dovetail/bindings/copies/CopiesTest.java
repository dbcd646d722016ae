package io.dovetail.bindings.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dovetail.bindings.Scene;
import io.dovetail.kit.testing.EmbeddedParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The copies of foreign state: newest wins, and losing them is no disaster. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class CopiesTest {

    @Inject
    Scene scene;

    @Inject
    KnownUsers users;

    @Test
    void keepsTheHighestRevisionOfAUserWhateverTheOrder() {
        var company = UUID.randomUUID();
        var user = UUID.randomUUID();

        scene.awaitTaken(
                scene.userChanged(company, user, 5, "ada@example.com", "DEACTIVATED"),
                scene.userChanged(company, user, 4, "ada@example.com", "ACTIVE"));

        assertTrue(users.find(user).orElseThrow().deactivated());
    }

    @Test
    void keepsTheHighestRevisionOfAConnectionWhateverTheOrder() {
        var company = UUID.randomUUID();
        var source = UUID.randomUUID();

        scene.awaitTaken(
                scene.connectionChanged(company, 9, "ON", source), scene.connectionChanged(company, 8, "OFF", null));

        var kept = "select count(*) from connection_copy where company_id = ? and state = 'ON' and source = ?";
        assertEquals(1, scene.count(kept, company, source));
    }

    @Test
    void isWholeAgainAfterTheOwnersAnnouncedTheirState() {
        var company = UUID.randomUUID();
        var user = UUID.randomUUID();
        scene.awaitTaken(
                scene.userChanged(company, user, 5, "ada@example.com", "ACTIVE"),
                scene.connectionChanged(company, 3, "ON", UUID.randomUUID()));
        scene.execute("delete from user_copy where user_id = ?", user);
        scene.execute("delete from connection_copy where company_id = ?", company);

        scene.awaitTaken(
                scene.userChanged(company, user, 5, "ada@example.com", "ACTIVE"),
                scene.connectionChanged(company, 3, "ON", UUID.randomUUID()));

        assertFalse(users.find(user).orElseThrow().deactivated());
        assertEquals(1, scene.count("select count(*) from connection_copy where company_id = ?", company));
    }
}
