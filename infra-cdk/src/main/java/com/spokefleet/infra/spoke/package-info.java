/** One org: its ingestion, its own stores, its schedule. */
@NullMarked
package com.spokefleet.infra.spoke;

import org.jspecify.annotations.NullMarked;
