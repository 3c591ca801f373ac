/** Measures what docs/PERFORMANCE.md reports. Never deployed. */
@NullMarked
package com.spokefleet.benchmark;

import org.jspecify.annotations.NullMarked;
