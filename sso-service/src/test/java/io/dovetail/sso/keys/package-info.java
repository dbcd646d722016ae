/** When metadata are read again. */
@NullMarked
package io.dovetail.sso.keys;

import org.jspecify.annotations.NullMarked;
