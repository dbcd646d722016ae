/** The switches by which an application answers with a hostile response, or with its honest twin. */
@NullMarked
package io.dovetail.lab.idp.misbehaviour;

import org.jspecify.annotations.NullMarked;
