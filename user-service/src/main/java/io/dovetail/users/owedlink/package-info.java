/** The link that somebody is owed while single sign-on is off: mailed, and mailed again by an administrator. */
@NullMarked
package io.dovetail.users.owedlink;

import org.jspecify.annotations.NullMarked;
