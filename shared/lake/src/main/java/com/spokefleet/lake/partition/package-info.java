/** Partitions: collecting what was read, and replacing one object atomically. */
@NullMarked
package com.spokefleet.lake.partition;

import org.jspecify.annotations.NullMarked;
