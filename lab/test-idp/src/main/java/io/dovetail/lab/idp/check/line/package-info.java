/** The lines that the check plays: the table of them, the stage, and those that need more than one hostile response. */
@NullMarked
package io.dovetail.lab.idp.check.line;

import org.jspecify.annotations.NullMarked;
