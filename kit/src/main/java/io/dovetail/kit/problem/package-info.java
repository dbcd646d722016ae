/** RFC 9457 problem details: every error that leaves a service has this one form. */
@NullMarked
package io.dovetail.kit.problem;

import org.jspecify.annotations.NullMarked;
