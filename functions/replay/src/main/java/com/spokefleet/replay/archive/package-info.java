/** Replays that EventBridge does itself, from an archive. */
@NullMarked
package com.spokefleet.replay.archive;

import org.jspecify.annotations.NullMarked;
