/** Our objects in the Splunk app of ours, through splunkd's REST API. */
@NullMarked
package com.spokefleet.siem.install.splunk;

import org.jspecify.annotations.NullMarked;
