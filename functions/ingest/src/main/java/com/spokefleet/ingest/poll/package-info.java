/** What datasets share that are polled although events bring them. */
@NullMarked
package com.spokefleet.ingest.poll;

import org.jspecify.annotations.NullMarked;
