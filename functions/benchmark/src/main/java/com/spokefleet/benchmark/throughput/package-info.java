/** Decode, normalise and write, beside DuckDB on the same JSON. */
@NullMarked
package com.spokefleet.benchmark.throughput;

import org.jspecify.annotations.NullMarked;
