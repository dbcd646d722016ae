/** Administrators change, deactivate and remove the accounts of their company. */
@NullMarked
package io.dovetail.users.account;

import org.jspecify.annotations.NullMarked;
