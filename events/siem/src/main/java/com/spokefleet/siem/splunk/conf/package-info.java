/** Splunk's configuration files, written and read. */
@NullMarked
package com.spokefleet.siem.splunk.conf;

import org.jspecify.annotations.NullMarked;
