/** Failure taxonomy, metrics and logs that every function speaks. */
@NullMarked
package com.spokefleet.telemetry;

import org.jspecify.annotations.NullMarked;
