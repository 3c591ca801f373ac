@NullMarked
package com.spokefleet.siem.splunk.check;

import org.jspecify.annotations.NullMarked;
