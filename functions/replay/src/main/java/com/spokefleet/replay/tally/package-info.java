/** What became of every record of a replay, per org. */
@NullMarked
package com.spokefleet.replay.tally;

import org.jspecify.annotations.NullMarked;
