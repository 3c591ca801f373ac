package com.spokefleet.ingest.user;

import java.time.Instant;

/**
 * The job a day was read again by.
 *
 * @param availableUpTo Genesys' word up to when its data was complete
 * @param last whether no further reading is planned
 */
record SettledBy(Instant availableUpTo, boolean last) {}
