/** The Splunk app: everything an analyst needs, as files. */
@NullMarked
package com.spokefleet.siem.splunk;

import org.jspecify.annotations.NullMarked;
