/** What every service's tests share: real parts started once, tokens, a movable clock, events in and out. */
@NullMarked
package io.dovetail.kit.testing;

import org.jspecify.annotations.NullMarked;
