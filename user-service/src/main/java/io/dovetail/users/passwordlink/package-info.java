/** Links by which a password is created: asked for, mailed, looked at, used once. */
@NullMarked
package io.dovetail.users.passwordlink;

import org.jspecify.annotations.NullMarked;
