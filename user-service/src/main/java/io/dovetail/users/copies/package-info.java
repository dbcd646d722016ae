/** What this service knows of connections and bindings, which others own. */
@NullMarked
package io.dovetail.users.copies;

import org.jspecify.annotations.NullMarked;
