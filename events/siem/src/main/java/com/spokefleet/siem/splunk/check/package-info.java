/** What an app has to be before anybody installs it. */
@NullMarked
package com.spokefleet.siem.splunk.check;

import org.jspecify.annotations.NullMarked;
