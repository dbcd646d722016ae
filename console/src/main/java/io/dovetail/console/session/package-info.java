/** Who is signed in: tokens in a sealed cookie, refreshed when they end. */
@NullMarked
package io.dovetail.console.session;

import org.jspecify.annotations.NullMarked;
