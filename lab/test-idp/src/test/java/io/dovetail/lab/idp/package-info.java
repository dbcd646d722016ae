/** The test provider's own tests. */
@NullMarked
package io.dovetail.lab.idp;

import org.jspecify.annotations.NullMarked;
