/** What a sign-in costs, as ratios to a floor that is measured in the same run. */
@NullMarked
package io.dovetail.lab.bench;

import org.jspecify.annotations.NullMarked;
