/** What the check found, as a page for people and as JUnit's XML for machines. */
@NullMarked
package io.dovetail.lab.idp.check.report;

import org.jspecify.annotations.NullMarked;
