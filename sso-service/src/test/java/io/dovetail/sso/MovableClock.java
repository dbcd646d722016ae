package io.dovetail.sso;

import io.dovetail.kit.testing.TestClock;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** The kit's movable clock, in the place of the one that follows the database. */
@Alternative
@Priority(2)
@ApplicationScoped
public class MovableClock extends TestClock {}
