/** Reading and writing XML for the test provider, on the JDK's DOM alone. */
@NullMarked
package io.dovetail.lab.idp.xml;

import org.jspecify.annotations.NullMarked;
