/** Tells a company's administrators what happened to its single sign-on. */
@NullMarked
package io.dovetail.notifications.notices;

import org.jspecify.annotations.NullMarked;
