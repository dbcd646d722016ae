/** Keys of ours at work, through the running service. */
@NullMarked
package io.dovetail.sso.spkey;

import org.jspecify.annotations.NullMarked;
