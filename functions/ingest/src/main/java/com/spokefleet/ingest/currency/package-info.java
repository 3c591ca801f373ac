/** Exchange rates and revenue: what conversations earned, in one currency. */
@NullMarked
package com.spokefleet.ingest.currency;

import org.jspecify.annotations.NullMarked;
