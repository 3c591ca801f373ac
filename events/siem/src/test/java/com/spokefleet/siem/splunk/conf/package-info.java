@NullMarked
package com.spokefleet.siem.splunk.conf;

import org.jspecify.annotations.NullMarked;
