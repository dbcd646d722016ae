/** What is left of those who were removed: nothing. */
@NullMarked
package io.dovetail.sso.audit;

import org.jspecify.annotations.NullMarked;
