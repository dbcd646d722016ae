/** The whole product on one machine: its parts, started in processes of their own. */
@NullMarked
package io.dovetail.lab.stack;

import org.jspecify.annotations.NullMarked;
