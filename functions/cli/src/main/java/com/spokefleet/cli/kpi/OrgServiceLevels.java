package com.spokefleet.cli.kpi;

import com.spokefleet.normalize.servicelevel.ServiceLevel;
import java.util.Optional;

/**
 * One org's service levels in a window of UTC days, by the moment at which contacts were answered
 * or abandoned. Empty is unknown, not zero.
 *
 * @param own at each queue's own target and under the org's own rule, as Genesys tells it
 * @param standard the fleet's, from aggregates
 * @param standardOfLegs the fleet's, from the legs of ended conversations: equal to the other once
 *     all conversations of the window have ended; empty for metrics-only orgs
 */
public record OrgServiceLevels(
    String orgId,
    String name,
    Optional<ServiceLevel> own,
    Optional<ServiceLevel> standard,
    Optional<ServiceLevel> standardOfLegs) {}
