/** What this service's tests share: its neighbours, the operator, people with passwords. */
@NullMarked
package io.dovetail.users;

import org.jspecify.annotations.NullMarked;
