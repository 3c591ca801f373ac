/** A Datadog account's API for content on a loopback port. */
@NullMarked
package com.spokefleet.testing.siem.datadog;

import org.jspecify.annotations.NullMarked;
