/** The pages on which people come in and go. */
@NullMarked
package io.dovetail.console.signin;

import org.jspecify.annotations.NullMarked;
