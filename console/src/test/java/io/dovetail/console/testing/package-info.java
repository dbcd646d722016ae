/** What the console's tests share: an upstream of their own and a browser. */
@NullMarked
package io.dovetail.console.testing;

import org.jspecify.annotations.NullMarked;
