/** Runs the ingest function on this machine until an org is complete. */
@NullMarked
package com.spokefleet.cli.ingest;

import org.jspecify.annotations.NullMarked;
