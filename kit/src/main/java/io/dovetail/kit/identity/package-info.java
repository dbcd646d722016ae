/** Who is calling: the access token's subject, the operator's key, the browser's cookie, the public address. */
@NullMarked
package io.dovetail.kit.identity;

import org.jspecify.annotations.NullMarked;
