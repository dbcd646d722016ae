package io.dovetail.kit.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.kit.problem.ProblemException;
import io.dovetail.kit.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A ticket opens for its own pair, purpose and time, and only as it was sealed. */
class TicketsTest {
    private static final Pair PAIR = new Pair("here", "there");
    private static final Pair OTHER = new Pair("here", "elsewhere");
    private static final Duration LIFE = Duration.ofSeconds(60);

    /** What the tests' tickets say. */
    record Claims(UUID company, String name, List<String> more) {}

    private final Claims claims = new Claims(UUID.randomUUID(), "Zoë", List.of("a", "b"));
    private final TestClock clock = new TestClock();
    private final String key = TicketKeys.newKey();
    private final Tickets tickets =
            tickets(new TicketKeys().with(PAIR, key, null).with(OTHER, TicketKeys.newKey(), null));

    @Test
    void opensAsItWasSealed() {
        var ticket = tickets.seal(PAIR, "sign-in", claims, LIFE);

        var opened = tickets.open(PAIR, "sign-in", Claims.class, ticket);

        assertEquals(claims, opened.claims());
        assertTrue(Duration.between(clock.instant(), opened.expires()).compareTo(LIFE) <= 0);
    }

    @Test
    void saysNothingToWhoeverHasNotTheKey() {
        var ticket = tickets.seal(PAIR, "sign-in", claims, LIFE);

        var header = new String(
                Base64.getUrlDecoder().decode(ticket.substring(0, ticket.indexOf('.'))), StandardCharsets.UTF_8);
        assertEquals("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}", header);
    }

    @Test
    void neverSealsTheSameTicketTwice() {
        var one = tickets.seal(PAIR, "sign-in", claims, LIFE);
        var other = tickets.seal(PAIR, "sign-in", claims, LIFE);

        assertNotEquals(one, other);
        assertNotEquals(
                tickets.open(PAIR, "sign-in", Claims.class, one).id(),
                tickets.open(PAIR, "sign-in", Claims.class, other).id());
    }

    @Test
    void doesNotOpenForAnotherPair() {
        var ticket = tickets.seal(OTHER, "sign-in", claims, LIFE);

        assertRefused("ticket-invalid", "sign-in", ticket);
    }

    @Test
    void doesNotOpenForAnotherPairThatByMistakeHasTheSameKey() {
        var sameKey = tickets(new TicketKeys().with(PAIR, key, null).with(OTHER, key, null));
        var ticket = sameKey.seal(OTHER, "sign-in", claims, LIFE);

        assertRefused("ticket-invalid", "sign-in", ticket);
    }

    @Test
    void doesNotOpenForAnotherPurpose() {
        var ticket = tickets.seal(PAIR, "sign-in", claims, LIFE);

        assertRefused("ticket-invalid", "bind", ticket);
    }

    @Test
    void doesNotOpenAfterItsTime() {
        var ticket = tickets.seal(PAIR, "sign-in", claims, LIFE);

        clock.advance(LIFE);

        assertRefused("ticket-expired", "sign-in", ticket);
    }

    @Test
    void doesNotOpenWithAnyCharacterAltered() {
        var ticket = tickets.seal(PAIR, "sign-in", claims, LIFE);

        for (var i = 0; i < ticket.length(); i++) {
            if (isLastOfItsPart(ticket, i)) {
                continue;
            }
            var altered = ticket.charAt(i) == 'A' ? 'B' : 'A';
            assertRefused("ticket-invalid", "sign-in", ticket.substring(0, i) + altered + ticket.substring(i + 1));
        }
    }

    @Test
    void doesNotOpenWhenCutAnywhere() {
        var ticket = tickets.seal(PAIR, "sign-in", claims, LIFE);

        for (var i = 0; i < ticket.length() - 1; i++) {
            assertRefused("ticket-invalid", "sign-in", ticket.substring(0, i));
            assertRefused("ticket-invalid", "sign-in", ticket.substring(i + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "....",
                "hello",
                "a.b.c.d.e",
                "é.ü.ñ.☃.💥",
                "eyJhbGciOiJub25lIn0.e30.",
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0....",
                "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.AAAA.AAAA.AAAA.AAAA",
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4Q0JDLUhTMjU2In0..AAAA.AAAA.AAAA"
            })
    void doesNotOpenWhatIsNoTicket(String text) {
        assertRefused("ticket-invalid", "sign-in", text);
    }

    @Test
    void doesNotEvenLookAtATextOfMegabytes() {
        assertRefused("ticket-invalid", "sign-in", "A".repeat(4_000_000));
    }

    @Test
    void duringARotationBothKeysOpenAndTheCurrentOneSeals() {
        var nextKey = TicketKeys.newKey();
        var rotating = tickets(new TicketKeys().with(PAIR, nextKey, key));
        var after = tickets(new TicketKeys().with(PAIR, nextKey, null));

        var old = tickets.seal(PAIR, "sign-in", claims, LIFE);
        var fresh = rotating.seal(PAIR, "sign-in", claims, LIFE);

        assertEquals(claims, rotating.open(PAIR, "sign-in", Claims.class, old).claims());
        assertEquals(claims, rotating.open(PAIR, "sign-in", Claims.class, fresh).claims());
        assertEquals(claims, after.open(PAIR, "sign-in", Claims.class, fresh).claims());
        assertRefused(after, "ticket-invalid", "sign-in", old);
    }

    @Test
    void saysWhichSettingIsMissingForAPairWithoutKeys() {
        var unknown = new Pair("here", "nowhere");

        var failure = assertThrows(NoSuchElementException.class, () -> tickets.seal(unknown, "x", claims, LIFE));

        assertTrue(String.valueOf(failure.getMessage()).contains("dovetail.tickets.keys.\"here.nowhere\".current"));
    }

    /** The last character of a base64 text may carry bits that mean nothing. */
    private static boolean isLastOfItsPart(String ticket, int index) {
        return index == ticket.length() - 1 || ticket.charAt(index + 1) == '.';
    }

    private void assertRefused(String slug, String purpose, String ticket) {
        assertRefused(tickets, slug, purpose, ticket);
    }

    private static void assertRefused(Tickets reader, String slug, String purpose, String ticket) {
        var refusal =
                assertThrows(ProblemException.class, () -> reader.open(PAIR, purpose, Claims.class, ticket), ticket);
        assertEquals(slug, refusal.problem().slug());
        assertEquals(400, refusal.problem().status());
    }

    private Tickets tickets(TicketConfig config) {
        return new Tickets(
                new Seals(config), new ObjectMapper().findAndRegisterModules(), clock, new PGSimpleDataSource());
    }
}
