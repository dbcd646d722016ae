package io.dovetail.lab.idp.check.line;

/** How one line is played; both ways may throw {@link Inconclusive} or {@link NotApplicable}. */
@FunctionalInterface
public interface Scenario {

    /** Plays it once. */
    Observation play(Stage stage);

    /** Plays its honest twin, which must be accepted. */
    default Observation playHonestTwin(Stage stage) {
        return stage.honestly();
    }
}
