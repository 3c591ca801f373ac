@NullMarked
package com.spokefleet.siem.splunk.spl;

import org.jspecify.annotations.NullMarked;
