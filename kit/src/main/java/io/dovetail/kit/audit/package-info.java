/** Tells the audit log of what administrators do. */
@NullMarked
package io.dovetail.kit.audit;

import org.jspecify.annotations.NullMarked;
