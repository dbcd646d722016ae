/** Reads providers' metadata again: by the clock, on an unknown key, and when an administrator says so. */
@NullMarked
package io.dovetail.sso.refresh;

import org.jspecify.annotations.NullMarked;
