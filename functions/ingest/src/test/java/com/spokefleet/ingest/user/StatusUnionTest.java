package com.spokefleet.ingest.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.lake.partition.LakeReader;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.partition.PartitionReplacement;
import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.lake.table.Row;
import com.spokefleet.lake.tables.AgentRoutingStatusTable;
import com.spokefleet.normalize.row.AgentRoutingStatusRow;
import com.spokefleet.normalize.row.StartDay;
import com.spokefleet.normalize.user.UserStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page is a stretch of statuses, so one user comes on several pages, each time with a part; a day
 * that was read whole replaces each user it met.
 */
class StatusUnionTest {
  private static final String ORG = "org";
  private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
  private static final Instant MORNING = Instant.parse("2026-11-10T08:00:00Z");

  @TempDir Path folder;

  @Test
  void theUnionOverThePagesHoldsEveryPartOfAUser() {
    StatusBook union = new StatusBook();
    pages().forEach(page -> page.forEach(union::add));
    land(union);

    assertThat(hours()).containsExactly(8, 9, 10, 11, 12, 13);
  }

  /** The control: landed page by page, each page takes away what the ones before brought. */
  @Test
  void pageByPageOnlyTheLastPartOfAUserWouldStay() {
    for (List<UserStatus> page : pages()) {
      StatusBook alone = new StatusBook();
      page.forEach(alone::add);
      land(alone);
    }

    assertThat(hours()).containsExactly(12, 13);
  }

  /** Three pages with two statuses each, all of one user. */
  private static List<List<UserStatus>> pages() {
    return IntStream.range(0, 3)
        .mapToObj(page -> List.of(status(2 * page), status(2 * page + 1)))
        .toList();
  }

  private static UserStatus status(int hour) {
    Instant start = MORNING.plus(Duration.ofHours(hour));
    return new UserStatus.Routing("agent", start, start.plusSeconds(3_600), "IDLE");
  }

  /** As a day that was read whole is landed. */
  private void land(StatusBook book) {
    List<Row> rows =
        book.routings(DAY).stream()
            .map(status -> Row.of(AgentRoutingStatusTable.TABLE, row(status)))
            .toList();
    new StatusMerge(new PartitionReplacement(new FolderObjectStore(folder), folder), ORG)
        .merge(AgentRoutingStatusTable.TABLE, DAY, rows, book.users(DAY)::contains, () -> {});
  }

  private static AgentRoutingStatusRow row(UserStatus.Routing status) {
    return new AgentRoutingStatusRow(
        ORG,
        status.userId(),
        ORG + ":" + status.userId(),
        status.start(),
        status.end(),
        3_600_000L,
        StartDay.of(status.start(), ZoneOffset.UTC),
        status.status());
  }

  private Set<Integer> hours() {
    Set<Integer> hours = new TreeSet<>();
    new LakeReader(new FolderObjectStore(folder), folder)
        .forEach(
            AgentRoutingStatusTable.TABLE,
            Partition.daily(AgentRoutingStatusTable.TABLE.name(), ORG, DAY),
            row ->
                hours.add(
                    Instant.parse(
                            String.valueOf(row.get(AgentRoutingStatusTable.TABLE, "start_time")))
                        .atZone(ZoneOffset.UTC)
                        .getHour()));
    return hours;
  }
}
