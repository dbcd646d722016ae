/** Tests of the one way out. */
@NullMarked
package io.dovetail.sso.fetch;

import org.jspecify.annotations.NullMarked;
