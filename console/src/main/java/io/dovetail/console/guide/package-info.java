/** The guides of docs/guides as pages, for administrators who set a provider up. */
@NullMarked
package io.dovetail.console.guide;

import org.jspecify.annotations.NullMarked;
