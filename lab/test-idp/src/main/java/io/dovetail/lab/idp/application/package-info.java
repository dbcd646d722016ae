/** One application for each service provider, as an administrator sets it up at the provider. */
@NullMarked
package io.dovetail.lab.idp.application;

import org.jspecify.annotations.NullMarked;
