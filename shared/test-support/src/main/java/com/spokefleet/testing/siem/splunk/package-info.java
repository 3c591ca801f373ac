/** A Splunk's management API on a loopback port, as far as an app's knowledge objects go. */
@NullMarked
package com.spokefleet.testing.siem.splunk;

import org.jspecify.annotations.NullMarked;
