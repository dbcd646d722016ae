/** Companies: their name, domains and entitlement to single sign-on. */
@NullMarked
package io.dovetail.users.company;

import org.jspecify.annotations.NullMarked;
