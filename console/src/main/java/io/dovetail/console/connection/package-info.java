/** The administrator's page for single sign-on. */
@NullMarked
package io.dovetail.console.connection;

import org.jspecify.annotations.NullMarked;
