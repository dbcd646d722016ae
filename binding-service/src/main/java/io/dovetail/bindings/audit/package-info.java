/** Tells of everything that administrators do here, for the audit log. */
@NullMarked
package io.dovetail.bindings.audit;

import org.jspecify.annotations.NullMarked;
