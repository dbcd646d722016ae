/** The start page of who is signed in, and the way out. */
@NullMarked
package io.dovetail.console.home;

import org.jspecify.annotations.NullMarked;
