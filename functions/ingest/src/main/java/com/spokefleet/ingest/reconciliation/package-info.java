/** Holds the lake against the API's own counts and writes what came of it into the proofs. */
@NullMarked
package com.spokefleet.ingest.reconciliation;

import org.jspecify.annotations.NullMarked;
