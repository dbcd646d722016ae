/** Our own keys: what signs requests to a company's provider, and what its provider encrypts assertions to. */
@NullMarked
package io.dovetail.sso.spkey;

import org.jspecify.annotations.NullMarked;
