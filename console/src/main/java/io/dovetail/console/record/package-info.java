/** Sign-in records: what came of each sign-in at the provider, for administrators. */
@NullMarked
package io.dovetail.console.record;

import org.jspecify.annotations.NullMarked;
