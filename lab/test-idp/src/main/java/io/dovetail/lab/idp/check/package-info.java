/** The command {@code check}: sends any SAML service provider every line of security.md, and judges what it does. */
@NullMarked
package io.dovetail.lab.idp.check;

import org.jspecify.annotations.NullMarked;
