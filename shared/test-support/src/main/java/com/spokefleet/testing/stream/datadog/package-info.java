/** Datadog's log intakes on a loopback port. */
@NullMarked
package com.spokefleet.testing.stream.datadog;

import org.jspecify.annotations.NullMarked;
