/** What is written down is true: problem pages, API descriptions, and the paths that documents name. */
@NullMarked
package io.dovetail.documents;

import org.jspecify.annotations.NullMarked;
