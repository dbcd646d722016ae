/** A company's users as its administrators see them, each with how far their binding is and their last mail. */
@NullMarked
package io.dovetail.users.directory;

import org.jspecify.annotations.NullMarked;
