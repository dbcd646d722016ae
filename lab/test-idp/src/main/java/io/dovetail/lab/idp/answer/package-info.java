/**
 * The answers that one browser can carry, hostile or odd: recipes that the check and the page with the switches share.
 */
@NullMarked
package io.dovetail.lab.idp.answer;

import org.jspecify.annotations.NullMarked;
