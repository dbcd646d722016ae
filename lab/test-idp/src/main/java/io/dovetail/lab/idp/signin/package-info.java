/** What happens between a request for a sign-in, or a click on a tile, and the response. */
@NullMarked
package io.dovetail.lab.idp.signin;

import org.jspecify.annotations.NullMarked;
