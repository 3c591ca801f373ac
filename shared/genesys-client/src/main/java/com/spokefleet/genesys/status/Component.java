package com.spokefleet.genesys.status;

import java.time.Instant;
import java.util.Optional;

/**
 * A component of the page, or a group of them; what was not there is empty.
 *
 * @param status {@code operational}, {@code under_maintenance}, {@code major_outage} and so on
 * @param updatedAt of its last change
 */
record Component(
    String id, String name, String groupId, String status, Optional<Instant> updatedAt) {}
