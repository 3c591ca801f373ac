/** Detections as scheduled searches. */
@NullMarked
package com.spokefleet.siem.splunk.search;

import org.jspecify.annotations.NullMarked;
