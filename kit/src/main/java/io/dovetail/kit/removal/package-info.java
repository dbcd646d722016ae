/** What every service does when a company or a user is removed for good. */
@NullMarked
package io.dovetail.kit.removal;

import org.jspecify.annotations.NullMarked;
