/** Leases: one runner at a time, with a fencing token. */
@NullMarked
package com.spokefleet.lake.lease;

import org.jspecify.annotations.NullMarked;
