/** Completes the published description of an API by what the kit does for every call. */
@NullMarked
package io.dovetail.kit.openapi;

import org.jspecify.annotations.NullMarked;
