/** Events that a bus could not deliver, put on the stream they were meant for. */
@NullMarked
package com.spokefleet.replay.deadletter;

import org.jspecify.annotations.NullMarked;
