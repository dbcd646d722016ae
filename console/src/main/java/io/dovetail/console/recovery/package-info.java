/** The way in for an administrator when single sign-on itself is what is broken. */
@NullMarked
package io.dovetail.console.recovery;

import org.jspecify.annotations.NullMarked;
