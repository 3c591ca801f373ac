/** Predicates and texts in Splunk's search language. */
@NullMarked
package com.spokefleet.siem.splunk.spl;

import org.jspecify.annotations.NullMarked;
