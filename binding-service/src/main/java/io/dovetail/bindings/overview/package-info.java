/** Shows a company's administrators who is bound, who is not yet, and who was refused and why. */
@NullMarked
package io.dovetail.bindings.overview;

import org.jspecify.annotations.NullMarked;
