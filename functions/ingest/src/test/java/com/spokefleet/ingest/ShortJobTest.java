package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that returns less than there is, as jobs do without a word. */
class ShortJobTest {
  @TempDir Path folder;

  /**
   * What others have seen as 586 of 669: the job returns less than the query counts, without an
   * error. The day is not settled by it, the alarm's metric says by how much, and the next job that
   * returns all of it heals both.
   */
  @Test
  void aJobThatReturnsLessThanTheQueryCountsSettlesNothing() {
    try (SettleFleet settling = new SettleFleet(folder, 5);
        Gateway gateway = Gateway.before(settling.fleet(), "emea")) {
      gateway.tamper(
          (path, request, answer) ->
              path.endsWith("/results") ? withoutEveryEighth(answer) : answer);
      settling.settleUntil("2026-11-13T12:00:00Z");
      assertThat(settling.proof(SettleFleet.FIRST_DAY, "status"))
          .as("the control: by the job alone it would be settled")
          .isEqualTo("settled");

      assertThat(alarm(settling)).isPositive();
      assertThat(settling.proof(SettleFleet.FIRST_DAY, "comparison")).isEqualTo("job_short");
      assertThat(settling.proof(SettleFleet.FIRST_DAY, "status")).isEqualTo("provisional");

      gateway.tamper((path, request, answer) -> answer);
      settling.settleUntil("2026-11-17T12:00:00Z");
      assertThat(alarm(settling)).isZero();
      assertThat(settling.proof(SettleFleet.FIRST_DAY, "comparison")).isEqualTo("agrees");
      assertThat(settling.proof(SettleFleet.FIRST_DAY, "status")).isEqualTo("settled");
    }
  }

  /** Counts and reconciles; what the metric says then. */
  private static long alarm(SettleFleet settling) {
    SmallFleet fleet = settling.fleet();
    int before = fleet.log().length();
    fleet.invoke("emea", "{\"datasets\": [\"conversation-counts\", \"reconciliation\"]}");
    return LoggedMetrics.of(fleet.log().substring(before)).sum("reconciliation_difference");
  }

  private static Gateway.Answer withoutEveryEighth(Gateway.Answer answer) {
    return ReconciliationTest.changed(
        answer,
        conversations -> {
          for (int index = conversations.size() - 1; index >= 0; index--) {
            if (index % 8 == 0) {
              conversations.remove(index);
            }
          }
        });
  }
}
