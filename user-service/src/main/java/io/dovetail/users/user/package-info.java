/** Users: a person's account in one company, its role and status. */
@NullMarked
package io.dovetail.users.user;

import org.jspecify.annotations.NullMarked;
