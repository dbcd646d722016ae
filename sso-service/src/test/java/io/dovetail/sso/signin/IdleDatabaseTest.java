package io.dovetail.sso.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dovetail.kit.testing.EmbeddedParts;
import io.dovetail.sso.Workplace;
import io.dovetail.sso.saml.response.ConnectionTrust;
import io.dovetail.sso.saml.response.SamlResponseCheck;
import io.dovetail.sso.saml.response.Verdict;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.engine.spi.SessionImplementor;
import org.junit.jupiter.api.Test;

/** Whoever sends large and hostile answers keeps no connection to the database from others while they are checked. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class IdleDatabaseTest {
    private static final String BROWSER = "browser-of-ada-0123456789-0123456789-0123456789";

    @Inject
    EntityManager database;

    @Test
    void holdsNoConnectionDuringTheCheck() {
        var held = new CopyOnWriteArrayList<Boolean>();
        QuarkusMock.installMockForType(new WatchedCheck(held), SamlResponseCheck.class);
        var place = Workplace.enabled("RESTART");
        held.clear();

        var requestId = place.login(BROWSER);
        place.answer(place.plan(requestId), requestId).then().statusCode(303);

        assertEquals(List.of(false), held);
    }

    /** Looks, on the thread and in the request of the answer, at what its reading left behind. */
    private final class WatchedCheck extends SamlResponseCheck {
        private final List<Boolean> held;

        private WatchedCheck(List<Boolean> held) {
            this.held = held;
        }

        @Override
        public Verdict check(String base64, ConnectionTrust trust, Instant now) {
            held.add(database.unwrap(SessionImplementor.class)
                    .getJdbcCoordinator()
                    .getLogicalConnection()
                    .isPhysicallyConnected());
            return super.check(base64, trust, now);
        }
    }
}
