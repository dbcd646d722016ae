/** People who do not get in: asked-for new passwords, and where to sign in instead. */
@NullMarked
package io.dovetail.users.wayin;

import org.jspecify.annotations.NullMarked;
