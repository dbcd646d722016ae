/** Tests of the hostile metadata. */
@NullMarked
package io.dovetail.lab.idp.metadata;

import org.jspecify.annotations.NullMarked;
