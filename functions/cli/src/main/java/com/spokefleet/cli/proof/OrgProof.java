package com.spokefleet.cli.proof;

import com.spokefleet.lake.proof.PartitionProof;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the lake can show for one org. */
public record OrgProof(String orgId, String name, List<TableProof> tables) {
  public OrgProof {
    tables = List.copyOf(tables);
  }

  OrgProof only(Set<String> wanted) {
    return new OrgProof(
        orgId, name, tables.stream().filter(table -> wanted.contains(table.table())).toList());
  }

  Stream<DayProof> days() {
    return tables.stream().flatMap(table -> table.days().stream());
  }

  /** Up to when the org was read; empty if never. */
  Optional<Instant> readUpTo() {
    return days()
        .flatMap(day -> day.proof().stream())
        .map(PartitionProof::readUpTo)
        .max(Instant::compareTo);
  }

  boolean isSound(long tolerance) {
    return days().noneMatch(day -> day.state().isProblem())
        && tables.stream().allMatch(table -> table.settledDifference() <= tolerance);
  }
}
