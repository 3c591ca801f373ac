/** Heap needed for a day, and the size of what it leaves in the lake. */
@NullMarked
package com.spokefleet.benchmark.memory;

import org.jspecify.annotations.NullMarked;
