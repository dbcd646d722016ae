/** What a service keeps of foreign state, by revision, and how an owner announces its own. */
@NullMarked
package io.dovetail.kit.copies;

import org.jspecify.annotations.NullMarked;
