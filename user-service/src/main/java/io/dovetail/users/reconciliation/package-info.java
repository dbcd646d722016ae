/** Who is owed which link of this service, after a switch-over and whenever an account changes. */
@NullMarked
package io.dovetail.users.reconciliation;

import org.jspecify.annotations.NullMarked;
