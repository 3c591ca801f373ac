@NullMarked
package com.spokefleet.siem.splunk;

import org.jspecify.annotations.NullMarked;
