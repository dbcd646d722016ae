/** Events in and out of the process: the CloudEvents envelope and the dispatch to listeners. */
@NullMarked
package io.dovetail.kit.event;

import org.jspecify.annotations.NullMarked;
