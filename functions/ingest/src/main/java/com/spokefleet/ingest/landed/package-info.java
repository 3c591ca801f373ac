/** Tells others which partitions a run changed, at least once. */
@NullMarked
package com.spokefleet.ingest.landed;

import org.jspecify.annotations.NullMarked;
