/** What a suspended company's people are refused, and what they find again. */
@NullMarked
package io.dovetail.users.suspension;

import org.jspecify.annotations.NullMarked;
