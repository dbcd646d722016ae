/** How often something may be done: buckets in the database, which all replicas of a service share. */
@NullMarked
package io.dovetail.kit.limit;

import org.jspecify.annotations.NullMarked;
