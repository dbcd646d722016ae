/**
 * Tells a company's administrators what happened to its single sign-on and which mails of a sending failed, and people
 * that their password changed.
 */
@NullMarked
package io.dovetail.notifications.notices;

import org.jspecify.annotations.NullMarked;
