/** Reads long stretches of history again, in units of a minute, beside the ticks. */
@NullMarked
package com.spokefleet.cli.backfill;

import org.jspecify.annotations.NullMarked;
