package com.spokefleet.lake.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.store.FolderObjectStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProofStoreTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 19);
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path folder;
  private ProofStore proofs;

  @BeforeEach
  void openLake() {
    proofs =
        new ProofStore(new FolderObjectStore(folder.resolve("lake")), folder.resolve("scratch"));
  }

  @Test
  void proofsComeBackEqualByDayAndTable() {
    PartitionProof settled =
        new PartitionProof(
            "org",
            "segments",
            DAY,
            ProofStatus.SETTLED,
            30,
            10,
            12,
            11L,
            1L,
            NOW,
            10L,
            9L,
            NOW,
            "filter",
            "hash",
            2,
            NOW,
            NOW);
    proofs.write(
        "org",
        DAY.plusDays(1),
        List.of(provisional("conversations", DAY.plusDays(1))),
        Fence.none());
    proofs.write("org", DAY, List.of(settled, provisional("conversations", DAY)), Fence.none());

    assertThat(proofs.read("org"))
        .containsExactly(
            provisional("conversations", DAY),
            settled,
            provisional("conversations", DAY.plusDays(1)));
  }

  @Test
  void comparisonsComeBackEqual() {
    PartitionProof plain = provisional("interactions", DAY);
    EmittedCounts counts = new EmittedCounts(3, 2, 1);
    PartitionProof notCounted =
        plain.compared(
            new Comparison(
                ComparisonOutcome.NOT_COMPARABLE,
                ComparisonReason.NOT_COUNTED,
                0,
                counts,
                null,
                NOW));
    PartitionProof compared =
        provisional("interactions", DAY.plusDays(1))
            .compared(
                new Comparison(
                    ComparisonOutcome.LAKE_SHORT,
                    ComparisonReason.OPEN_CONVERSATIONS,
                    6,
                    counts,
                    counts.plus(counts),
                    NOW));
    proofs.write("org", DAY, List.of(notCounted), Fence.none());
    proofs.write("org", DAY.plusDays(1), List.of(compared), Fence.none());

    assertThat(proofs.read("org")).containsExactly(notCounted, compared);
    assertThat(compared.aggregateCount()).isEqualTo(6);
    assertThat(compared.compared(null)).isEqualTo(provisional("interactions", DAY.plusDays(1)));
  }

  @Test
  void proofsOfOneTableLeaveThoseOfOthers() {
    proofs.write("org", DAY, List.of(provisional("conversations", DAY)), Fence.none());
    proofs.write("org", DAY, List.of(provisional("segments", DAY)), Fence.none());

    assertThat(proofs.read("org"))
        .extracting(PartitionProof::tableName)
        .containsExactly("conversations", "segments");
  }

  @Test
  void orgWithoutProofsHasNone() {
    proofs.write("org", DAY, List.of(provisional("conversations", DAY)), Fence.none());

    assertThat(proofs.read("other")).isEmpty();
  }

  @Test
  void proofOfAnotherOrgOrDayIsRefused() {
    List<PartitionProof> given = List.of(provisional("conversations", DAY));

    assertThatThrownBy(() -> proofs.write("other", DAY, given, Fence.none()))
        .hasMessageStartingWith("Cannot write a proof of org org");
    assertThatThrownBy(() -> proofs.write("org", DAY.plusDays(1), given, Fence.none()))
        .hasMessageStartingWith("Cannot write a proof of org org");
  }

  private static PartitionProof provisional(String table, LocalDate day) {
    return new PartitionProof(
        "org",
        table,
        day,
        ProofStatus.PROVISIONAL,
        3,
        1,
        1,
        null,
        null,
        null,
        null,
        null,
        null,
        "filter",
        "hash",
        0,
        NOW,
        NOW);
  }
}
