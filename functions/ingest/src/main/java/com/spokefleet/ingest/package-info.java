/** The ingestion function: one org's due datasets, run under a lease and a deadline. */
@NullMarked
package com.spokefleet.ingest;

import org.jspecify.annotations.NullMarked;
