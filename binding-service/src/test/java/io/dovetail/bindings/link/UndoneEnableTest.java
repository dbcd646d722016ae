package io.dovetail.bindings.link;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dovetail.kit.event.Actor;
import io.dovetail.kit.testing.EmbeddedParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was sent before an Enable that is undone in its trial waits for the next one. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class UndoneEnableTest extends CompanyWithLinks {
    @Test
    void leavesWhatWasSentBeforeEnableGood() {
        var token = sentBeforeEnable();
        enable(2, 1);

        undo(3, 2);
        awaitJobsDone();

        show(token).body("state", is("LIVE"));
        start(token, "browser").statusCode(200);
        enable(4, 3);
        show(token).body("state", is("LIVE"));
        assertEquals(1, scene.told(company, "link-issued"));
    }

    /** By that number an undo has the waiting mails of dead links cancelled; this one is good, sent or not. */
    @Test
    void tellsNoSwitchOverOfALinkThatOutlivesTheUndoing() {
        sentBeforeEnable();
        resend().statusCode(202);
        enable(2, 1);
        resend().statusCode(202);

        var links = awaitLinks(3);

        for (var before : links.subList(0, 2)) {
            assertFalse(before.has("switchOver"));
        }
        assertEquals(1, links.get(2).get("switchOver").asInt());
    }

    @Test
    void killsWhatWasSentBeforeEnableWhenSwitchedOffAfterTheTrial() {
        var token = sentBeforeEnable();
        enable(2, 1);

        scene.awaitTaken(connectionBecomes(3, "OFF", 2, 1));
        awaitJobsDone();

        show(token).body("state", is("SINGLE_SIGN_ON_OFF"));
        assertEquals(1, scene.told(company, "link-cancelled"));
    }

    /** The jobs of a suspended company rest, and the next Enable ends the undo's. */
    @Test
    void mailsNobodyTwiceWhenTheNextEnableComesBeforeTheUndoIsThrough() {
        var token = sentBeforeEnable();
        enable(2, 1);
        companyBecomes(1, "SUSPENDED");

        undo(3, 2);
        show(token).body("state", is("LIVE"));
        start(token, "browser").statusCode(200);
        scene.awaitTaken(
                scene.connectionChanged(company, 4, "ON_TRIAL", source, 3, null), connectionBecomes(5, "ON", 3, 3));
        companyBecomes(2, "ACTIVE");
        awaitJobsDone();

        show(token).body("state", is("LIVE"));
        assertEquals(1, scene.told(company, "link-issued"));
        scene.awaitTaken(scene.userChanged(company, user, 2, "ada@example.com", "ACTIVE"));
        assertEquals(1, scene.told(company, "link-issued"));
    }

    /** No word of the undo may ever come: a newer state makes it old. */
    @Test
    void mailsNobodyTwiceThoughTheUndoIsNeverHeardOf() {
        var token = sentBeforeEnable();

        enable(4, 3);

        show(token).body("state", is("LIVE"));
        assertEquals(1, scene.told(company, "link-issued"));
    }

    private void undo(long revision, int switchOver) {
        scene.awaitTaken(scene.connectionChanged(company, revision, "OFF", source, switchOver, source));
    }

    private UUID connectionBecomes(long revision, String state, int switchOver, int settledSwitchOver) {
        var data = Map.of(
                "companyId",
                company,
                "revision",
                revision,
                "state",
                state,
                "provider",
                "NONE",
                "source",
                source,
                "switchOver",
                switchOver,
                "settledSwitchOver",
                settledSwitchOver);
        return scene.publish("dovetail.sso", "connection-changed", company.toString(), company, Actor.system(), data);
    }
}
