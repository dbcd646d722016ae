/** Tests of the table of lines. */
@NullMarked
package io.dovetail.lab.idp.check.line;

import org.jspecify.annotations.NullMarked;
