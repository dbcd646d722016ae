/** What stands in a company's audit log, and what does not. */
@NullMarked
package io.dovetail.users.audit;

import org.jspecify.annotations.NullMarked;
