/** The page that a create-password link leads to. */
@NullMarked
package io.dovetail.console.password;

import org.jspecify.annotations.NullMarked;
