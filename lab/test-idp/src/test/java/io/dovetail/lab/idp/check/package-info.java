/** Tests of the check, against service providers that are known to be strict or lenient. */
@NullMarked
package io.dovetail.lab.idp.check;

import org.jspecify.annotations.NullMarked;
