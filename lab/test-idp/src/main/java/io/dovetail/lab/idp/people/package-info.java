/** The people whom the test provider can log in. */
@NullMarked
package io.dovetail.lab.idp.people;

import org.jspecify.annotations.NullMarked;
