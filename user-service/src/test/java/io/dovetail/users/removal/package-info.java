/** What is left of whoever was removed. */
@NullMarked
package io.dovetail.users.removal;

import org.jspecify.annotations.NullMarked;
