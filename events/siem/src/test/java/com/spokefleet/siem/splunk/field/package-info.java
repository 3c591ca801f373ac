@NullMarked
package com.spokefleet.siem.splunk.field;

import org.jspecify.annotations.NullMarked;
