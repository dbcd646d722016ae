/** What the check of a response costs on one thread, without network and database. */
@NullMarked
package io.dovetail.lab.bench.check;

import org.jspecify.annotations.NullMarked;
