/** What sso-service keeps of companies, users and bindings. */
@NullMarked
package io.dovetail.sso.copies;

import org.jspecify.annotations.NullMarked;
