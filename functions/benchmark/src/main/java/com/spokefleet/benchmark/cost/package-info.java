/** API cost: requests per steady tick. */
@NullMarked
package com.spokefleet.benchmark.cost;

import org.jspecify.annotations.NullMarked;
