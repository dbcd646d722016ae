/** Links that were mailed: the token of the one that this browser opened, and the page of a link that binds. */
@NullMarked
package io.dovetail.console.link;

import org.jspecify.annotations.NullMarked;
