/** Seven real providers as fixtures of traits: what their responses and their metadata look like. */
@NullMarked
package io.dovetail.lab.idp.likeness;

import org.jspecify.annotations.NullMarked;
