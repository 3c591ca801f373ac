/** A fake org and a fleet.yaml that points at it. */
@NullMarked
package com.spokefleet.benchmark.fleet;

import org.jspecify.annotations.NullMarked;
