package com.spokefleet.ingest.configuration;

import com.spokefleet.config.Fleet;
import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.configuration.DivisionObject;
import com.spokefleet.genesys.configuration.OrganizationObject;
import com.spokefleet.genesys.configuration.PresenceObject;
import com.spokefleet.genesys.configuration.QueueObject;
import com.spokefleet.genesys.configuration.UserObject;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.tables.AgentsTable;
import com.spokefleet.lake.tables.DivisionsTable;
import com.spokefleet.lake.tables.OrgsTable;
import com.spokefleet.lake.tables.PresencesTable;
import com.spokefleet.lake.tables.QueuesTable;
import com.spokefleet.lake.tables.WrapupsTable;
import com.spokefleet.normalize.Dimensions;
import com.spokefleet.normalize.row.OrgRow;
import com.spokefleet.normalize.row.ServiceLevelTarget;
import com.spokefleet.normalize.row.WrapupRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the lake's dimension rows of what Genesys says of one org's configuration, all seen at one
 * instant.
 */
final class DimensionRows {
  private final Fleet fleet;
  private final Spoke spoke;
  private final Instant seenAt;
  private final Dimensions dimensions;

  DimensionRows(Fleet fleet, Spoke spoke, Instant seenAt) {
    this.fleet = fleet;
    this.spoke = spoke;
    this.seenAt = seenAt;
    this.dimensions = new Dimensions(spoke, fleet.people(), seenAt);
  }

  List<Row> org(OrganizationObject organization) {
    return List.of(
        Row.of(
            OrgsTable.TABLE,
            OrgRow.of(
                spoke,
                fleet.standards(),
                organization.name(),
                organization.defaultCountryCode(),
                seenAt)));
  }

  List<Row> queues(List<QueueObject> queues) {
    return queues.stream()
        .map(
            queue ->
                Row.of(
                    QueuesTable.TABLE,
                    dimensions.queue(queue.id(), queue.name(), queue.divisionId(), targets(queue))))
        .toList();
  }

  List<Row> agents(List<UserObject> users) {
    return users.stream()
        .map(
            user ->
                Row.of(
                    AgentsTable.TABLE,
                    dimensions.agent(
                        user.id(),
                        user.name(),
                        user.email(),
                        user.title(),
                        user.department(),
                        user.divisionId(),
                        user.managerId(),
                        user.state())))
        .toList();
  }

  List<Row> divisions(List<DivisionObject> divisions) {
    return divisions.stream()
        .map(
            division ->
                Row.of(
                    DivisionsTable.TABLE,
                    dimensions.division(division.id(), division.name(), division.home())))
        .toList();
  }

  /**
   * @param language the org's default language, for the names
   */
  List<Row> presences(List<PresenceObject> presences, @Nullable String language) {
    return presences.stream()
        .map(
            presence ->
                Row.of(
                    PresencesTable.TABLE,
                    dimensions.presence(
                        presence.id(),
                        presence.labels(),
                        language,
                        presence.systemPresence(),
                        presence.type(),
                        presence.deactivated())))
        .toList();
  }

  List<Row> wrapups(List<WrapupRow> wrapups) {
    return wrapups.stream().map(wrapup -> Row.of(WrapupsTable.TABLE, wrapup)).toList();
  }

  private static Map<String, ServiceLevelTarget> targets(QueueObject queue) {
    Map<String, ServiceLevelTarget> targets = new TreeMap<>();
    queue
        .serviceLevels()
        .forEach(
            (media, target) ->
                targets.put(
                    media, ServiceLevelTarget.ofShare(target.percentage(), target.durationMs())));
    return targets;
  }
}
