/** Work over all of a company's users, stored as a job that any replica carries on in batches. */
@NullMarked
package io.dovetail.bindings.sending;

import org.jspecify.annotations.NullMarked;
