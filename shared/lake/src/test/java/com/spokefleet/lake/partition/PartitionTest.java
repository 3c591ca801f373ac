package com.spokefleet.lake.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PartitionTest {
  private static final String ORG = "5d1f7b39-3f0c-4f0e-9a51-2f6a4f0f7c11";

  @Test
  void keysFollowHiveNamingAndParseBack() {
    Partition daily = Partition.daily("conversations", ORG, LocalDate.of(2026, 11, 20));
    Partition perOrg = Partition.perOrg("dim_queue", ORG);

    assertThat(daily.key())
        .isEqualTo("conversations/org_id=" + ORG + "/day=2026-11-20/part.parquet");
    assertThat(perOrg.key()).isEqualTo("dim_queue/org_id=" + ORG + "/part.parquet");
    assertThat(Partition.parse(daily.key())).contains(daily);
    assertThat(Partition.parse(perOrg.key())).contains(perOrg);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conversations/part.parquet",
        "conversations/org_id=x/day=2026-02-30/part.parquet",
        "conversations/org_id=x/day=2026-11-20/part.parquet.tmp",
        "quarantine/org_id=x/dataset=y/0.json"
      })
  void otherKeysAreNotPartitions(String key) {
    assertThat(Partition.parse(key)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", "a b"})
  void orgIdThatWouldLeaveItsFolderIsRefused(String orgId) {
    assertThatThrownBy(() -> Partition.perOrg("dim_queue", orgId))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot name a partition");
  }
}
