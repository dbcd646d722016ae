/** What only the console reads again: sealed cookies, and the fence around jose4j. */
@NullMarked
package io.dovetail.console.seal;

import org.jspecify.annotations.NullMarked;
