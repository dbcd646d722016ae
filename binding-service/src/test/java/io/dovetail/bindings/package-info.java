/** What the tests of this service share. */
@NullMarked
package io.dovetail.bindings;

import org.jspecify.annotations.NullMarked;
