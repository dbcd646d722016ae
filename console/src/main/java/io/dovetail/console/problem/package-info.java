/** The page behind a problem's {@code type}. */
@NullMarked
package io.dovetail.console.problem;

import org.jspecify.annotations.NullMarked;
