/** Tests of the answers beyond the library's hostile responses. */
@NullMarked
package io.dovetail.lab.idp.answer;

import org.jspecify.annotations.NullMarked;
