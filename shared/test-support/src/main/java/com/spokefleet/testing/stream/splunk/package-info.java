/** A Splunk HTTP Event Collector on a loopback port. */
@NullMarked
package com.spokefleet.testing.stream.splunk;

import org.jspecify.annotations.NullMarked;
