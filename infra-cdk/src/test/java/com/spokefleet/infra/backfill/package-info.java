/** The backfill's state machine, driven without Step Functions. */
@NullMarked
package com.spokefleet.infra.backfill;

import org.jspecify.annotations.NullMarked;
