/** Measurements of an org's Edges, polled. */
@NullMarked
package com.spokefleet.ingest.edge;

import org.jspecify.annotations.NullMarked;
