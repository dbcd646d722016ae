package io.dovetail.lab.idp.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** Who opened the address is counted at once, however fast the question comes. */
class TrapTest {

    @Test
    void countsWhoeverCameBeforeTheQuestion() throws IOException {
        try (Trap trap = Trap.open()) {
            for (int visits = 0; visits < 1_000; visits++) {
                assertEquals(visits, trap.connections());

                new Socket(trap.address().getHost(), trap.address().getPort()).close();
            }
        }
    }

    @Test
    void itsOwnQuestionsAreNoVisits() {
        try (Trap trap = Trap.open()) {
            assertEquals(0, trap.connections());
            assertEquals(0, trap.connections());
        }
    }
}
