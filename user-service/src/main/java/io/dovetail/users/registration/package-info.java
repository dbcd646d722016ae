/** A company comes to be with its first administrator, who is mailed a link to create a password. */
@NullMarked
package io.dovetail.users.registration;

import org.jspecify.annotations.NullMarked;
