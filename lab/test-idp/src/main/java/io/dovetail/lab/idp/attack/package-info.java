/** The recipes behind the hostile responses, one class for each letter of the list in security.md. */
@NullMarked
package io.dovetail.lab.idp.attack;

import org.jspecify.annotations.NullMarked;
