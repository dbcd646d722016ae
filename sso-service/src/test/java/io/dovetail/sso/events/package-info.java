/** Tests of what this service announces, and of what it hears. */
@NullMarked
package io.dovetail.sso.events;

import org.jspecify.annotations.NullMarked;
