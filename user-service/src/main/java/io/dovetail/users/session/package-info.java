/** Sessions: opened, refreshed, listed and ended. */
@NullMarked
package io.dovetail.users.session;

import org.jspecify.annotations.NullMarked;
