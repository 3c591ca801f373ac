@NullMarked
package com.spokefleet.siem.splunk.view;

import org.jspecify.annotations.NullMarked;
