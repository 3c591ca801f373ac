/** Audits of an org by query: the fallback of their events, and what to reconcile these with. */
@NullMarked
package com.spokefleet.ingest.audit;

import org.jspecify.annotations.NullMarked;
