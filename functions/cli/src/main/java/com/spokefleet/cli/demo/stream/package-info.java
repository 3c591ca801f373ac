/** The demo's event stream: from the fake orgs' buses to a Splunk and a Datadog on this machine. */
@NullMarked
package com.spokefleet.cli.demo.stream;

import org.jspecify.annotations.NullMarked;
