/** What this service knows of users and connections, which others own. */
@NullMarked
package io.dovetail.bindings.copies;

import org.jspecify.annotations.NullMarked;
