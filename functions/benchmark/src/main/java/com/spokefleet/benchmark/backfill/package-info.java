/** Whether a backfill holds its share of the rate limit while ticks go on. */
@NullMarked
package com.spokefleet.benchmark.backfill;

import org.jspecify.annotations.NullMarked;
