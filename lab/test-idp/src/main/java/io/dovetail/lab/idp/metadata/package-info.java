/** Metadata that must be refused, or taken though they are odd, each made from honest ones. */
@NullMarked
package io.dovetail.lab.idp.metadata;

import org.jspecify.annotations.NullMarked;
