package com.spokefleet.cli.kpi;

import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.table.Table;
import com.spokefleet.lake.tables.InteractionsTable;
import com.spokefleet.lake.tables.OrgsTable;
import com.spokefleet.lake.tables.QueueIntervalsTable;
import com.spokefleet.normalize.servicelevel.StandardServiceLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the service levels of all orgs of a lake, each by the fleet's standard as it landed. */
public final class ServiceLevelReader {
  /** How long before its answer a conversation can have started; none is open for longer. */
  private static final int LONGEST_LIFE_DAYS = 31;

  private final LakeReader lake;

  public ServiceLevelReader(LakeReader lake) {
    this.lake = lake;
  }

  /** Sorted by name; only orgs whose configuration was read. */
  public List<OrgServiceLevels> read(Window window) {
    List<OrgServiceLevels> levels = new ArrayList<>();
    lake.forEach(OrgsTable.TABLE, org -> levels.add(read(org, window)));
    levels.sort(
        Comparator.comparing(OrgServiceLevels::name).thenComparing(OrgServiceLevels::orgId));
    return List.copyOf(levels);
  }

  private OrgServiceLevels read(Row org, Window window) {
    String orgId = text(org, "org_id");
    StandardServiceLevel rule =
        new StandardServiceLevel(
            millis(org, "standard_service_level_ms"), millis(org, "standard_short_abandon_ms"));
    ServiceLevelTally tally = new ServiceLevelTally(rule, window);
    forEach(QueueIntervalsTable.TABLE, orgId, window, tally::addInterval);
    Window starts =
        new Window(window.from().map(day -> day.minusDays(LONGEST_LIFE_DAYS)), window.to());
    forEach(InteractionsTable.TABLE, orgId, starts, tally::addLeg);
    return tally.total(orgId, text(org, "spoke_name"));
  }

  private void forEach(Table<?> table, String orgId, Window window, Consumer<Row> action) {
    for (Partition partition : lake.partitions(table, orgId)) {
      Optional<Partition> wanted =
          partition.day().filter(window::contains).map(inWindow -> partition);
      wanted.ifPresent(present -> lake.forEach(table, present, action));
    }
  }

  private static String text(Row org, String column) {
    return org.text(OrgsTable.TABLE.indexOf(column));
  }

  private static Duration millis(Row org, String column) {
    return Duration.ofMillis(org.get(OrgsTable.TABLE, column) instanceof Long value ? value : 0);
  }
}
