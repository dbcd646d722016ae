/** Who is owed a link that binds, and a link's life: issued, mailed, spent by an accepted sign-in, or dead. */
@NullMarked
package io.dovetail.bindings.link;

import org.jspecify.annotations.NullMarked;
