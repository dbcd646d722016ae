/** The fence around the one client that fetches from outside. */
@NullMarked
package io.dovetail.sso.fetch;

import org.jspecify.annotations.NullMarked;
