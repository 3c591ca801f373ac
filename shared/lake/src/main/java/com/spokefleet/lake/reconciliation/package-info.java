/** Holding what the lake has against what other sources count, like with like. */
@NullMarked
package com.spokefleet.lake.reconciliation;

import org.jspecify.annotations.NullMarked;
