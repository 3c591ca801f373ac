/** Conversation aggregates of an org, landed as queue intervals; of metrics-only orgs as well. */
@NullMarked
package com.spokefleet.ingest.aggregate;

import org.jspecify.annotations.NullMarked;
