/** Who did what in the company, when and from where. */
@NullMarked
package io.dovetail.console.audit;

import org.jspecify.annotations.NullMarked;
