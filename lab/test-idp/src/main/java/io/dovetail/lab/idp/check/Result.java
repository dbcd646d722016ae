package io.dovetail.lab.idp.check;

import io.dovetail.lab.idp.check.line.Line;
import java.time.Duration;

/**
 * One line after it was played.
 *
 * @param happened in words; for a line that was not played, why
 * @param twin what became of the honest twin, in words
 */
public record Result(Line line, Verdict verdict, String happened, String twin, Duration took) {}
