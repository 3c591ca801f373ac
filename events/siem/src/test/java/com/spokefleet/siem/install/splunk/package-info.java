@NullMarked
package com.spokefleet.siem.install.splunk;

import org.jspecify.annotations.NullMarked;
