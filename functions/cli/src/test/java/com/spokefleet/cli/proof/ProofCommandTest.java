package com.spokefleet.cli.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.cli.CommandRun;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.kpi.LakeBuilder;
import com.spokefleet.lake.partition.Fence;
import com.spokefleet.lake.partition.Partition;
import com.spokefleet.lake.proof.Comparison;
import com.spokefleet.lake.proof.ComparisonOutcome;
import com.spokefleet.lake.proof.ComparisonReason;
import com.spokefleet.lake.proof.EmittedCounts;
import com.spokefleet.lake.proof.PartitionProof;
import com.spokefleet.lake.proof.ProofStatus;
import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.lake.store.Sha256;
import com.spokefleet.lake.tables.ConversationsTable;
import com.spokefleet.lake.tables.OrgsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One org with some days that agree: what the auditor sees, and what each defect does. */
final class ProofCommandTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String NORTH = "00000000-0000-4000-8000-000000000001";
  private static final LocalDate FIRST = LocalDate.parse("2026-11-07");
  private static final int DAYS = 12;
  private static final int SETTLED_DAYS = 8;

  @TempDir private Path lake;
  @TempDir private Path scratch;
  private ProofStore proofs;

  @BeforeEach
  void aLake() throws Exception {
    proofs = new ProofStore(new FolderObjectStore(lake), scratch);
    new LakeBuilder(lake)
        .partition(
            OrgsTable.TABLE,
            Partition.perOrg("dim_org", NORTH),
            Map.of("org_id", NORTH, "spoke_name", "north", "residency", "full"));
    for (int index = 0; index < DAYS; index++) {
      LocalDate day = FIRST.plusDays(index);
      write(proof(day, status(index), hashOfConversations(day)));
    }
  }

  @Test
  void daysThatAreAlikeShareALine() {
    CommandRun run = proof();

    assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(ExitCode.OK.code());
    assertThat(run.out().lines().filter(line -> line.contains("settled  ")))
        .singleElement()
        .asString()
        .contains("north", "conversations", "11-07…11-14 8d", "16", "agrees");
    assertThat(run.out())
        .contains("11-15…11-18 4d  provisional")
        .contains("✓ north: 12 partitions proven, of them settled 8, 12 h old");
    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(101));
  }

  @Test
  void aSettledDayThatDiffersFails() {
    LocalDate day = FIRST.plusDays(3);
    PartitionProof agreeing = proof(day, ProofStatus.SETTLED, "");
    write(counted(agreeing, 5));

    CommandRun run = proof();
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_PROVEN.code());
    assertThat(run.out()).contains("✗ −3").contains("✗ north").contains("3 off on settled days");
    assertThat(proof("--tolerance", "3").exitCode()).isEqualTo(ExitCode.OK.code());
    assertThat(proof("--from", "2026-11-12").exitCode()).isEqualTo(ExitCode.OK.code());
  }

  /** The control: a provisional day may differ, and says so. */
  @Test
  void aProvisionalDayThatDiffersIsShownAndDoesNotFail() {
    LocalDate day = FIRST.plusDays(DAYS - 1);
    write(proof(day, ProofStatus.PROVISIONAL, "").counted(5, 0, NOW));

    CommandRun run = proof();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK.code());
    assertThat(run.out()).contains("−3").doesNotContain("✗");
  }

  @Test
  void aMissingDayIsNotADayOfNothing() throws Exception {
    LocalDate day = FIRST.plusDays(5);
    write(
        new PartitionProof(
            NORTH,
            "conversations",
            day,
            ProofStatus.SETTLED,
            0,
            0,
            0,
            0L,
            0L,
            NOW,
            0L,
            null,
            NOW,
            "none",
            "",
            0,
            NOW,
            NOW));
    assertThat(proof().exitCode()).as("a proof of nothing").isEqualTo(ExitCode.OK.code());

    Files.delete(lake.resolve(Partition.daily("partition_proofs", NORTH, day).key()));
    Files.delete(lake.resolve(Partition.daily("conversations", NORTH, day).key()));
    CommandRun run = proof();
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_PROVEN.code());
    assertThat(run.out()).contains("11-12", "✗ missing: nobody knows", "1 missing");
  }

  @Test
  void rowsWithoutAProofAreAProblem() throws Exception {
    Files.delete(lake.resolve(Partition.daily("partition_proofs", NORTH, FIRST.plusDays(5)).key()));

    assertThat(proof().exitCode()).isEqualTo(ExitCode.NOT_PROVEN.code());
    assertThat(proof().out()).contains("✗ rows without a proof");
  }

  /** A conversation that began weeks before the history leaves a day far away from the others. */
  @Test
  void aDayFarBeforeTheHistoryOpensNoHole() {
    write(proof(FIRST.minusDays(20), ProofStatus.PROVISIONAL, ""));

    CommandRun run = proof();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK.code());
    assertThat(run.out()).contains("1 left by older conversations");
    assertThat(proof("--from", FIRST.minusDays(20).toString()).exitCode())
        .as("unless it is asked for")
        .isEqualTo(ExitCode.NOT_PROVEN.code());
  }

  @Test
  void verifyingFindsRottenBitsAndForeignRows() throws Exception {
    assertThat(proof("--verify").exitCode()).as(proof("--verify").out()).isZero();
    assertThat(proof("--verify").out()).contains("every object verified");

    Path object = lake.resolve(Partition.daily("conversations", NORTH, FIRST.plusDays(6)).key());
    byte[] bytes = Files.readAllBytes(object);
    bytes[bytes.length / 2] ^= 1;
    Files.write(object, bytes);
    CommandRun rotten = proof("--verify");
    assertThat(rotten.exitCode()).isEqualTo(ExitCode.NOT_PROVEN.code());
    assertThat(rotten.out()).contains("11-13", "✗ its bytes are not those that were proven");
    assertThat(proof().exitCode()).as("the control: counts alone do not see it").isZero();

    Files.delete(object);
    assertThat(proof("--verify").out()).contains("✗ the object is gone");
  }

  /** Whoever writes the hash of other rows into the proof still has the wrong number of them. */
  @Test
  void verifyingCountsRowsAndUnits() throws Exception {
    LocalDate day = FIRST.plusDays(6);
    write(counted(proof(day, ProofStatus.SETTLED, hashOf(day, "c1")), 2));

    assertThat(proof().exitCode()).isZero();
    assertThat(proof("--verify").out()).contains("✗ it holds 1 rows instead of 2");
  }

  @Test
  void everyDayHasItsHashAndAge() throws Exception {
    CommandRun run = proof("--by-day", "--from", "2026-11-18");
    String hash = hashOfConversations(LocalDate.parse("2026-11-18"));
    assertThat(run.out()).contains("11-18", "provisional", "12 h", hash.substring(0, 12));
  }

  @Test
  void interactionsStandBesideAggregates() {
    EmittedCounts counts = new EmittedCounts(3, 2, 1);
    LocalDate day = FIRST.plusDays(2);
    PartitionProof plain =
        new PartitionProof(
            NORTH,
            "interactions",
            day,
            ProofStatus.SETTLED,
            7,
            2,
            2,
            null,
            null,
            null,
            null,
            null,
            null,
            "none",
            "hash",
            0,
            NOW,
            NOW);
    Comparison comparison =
        new Comparison(
            ComparisonOutcome.LAKE_SHORT,
            ComparisonReason.OPEN_CONVERSATIONS,
            6,
            counts,
            counts.plus(counts),
            NOW);
    write(plain.compared(comparison));
    assertThat(proof("--from", day.toString(), "--to", day.toString()).out())
        .containsPattern("settled +6 +– +– +12  −6, still open");
  }

  @Test
  void aScriptGetsEveryDay() throws Exception {
    JsonNode json = proof("--json").json();

    assertThat(json.path("sound").asBoolean()).isTrue();
    JsonNode days = json.path("orgs").path(0).path("tables").path(0).path("days");
    assertThat(days).hasSize(DAYS);
    assertThat(days.path(0).path("queryCount").asLong()).isEqualTo(2);
    assertThat(days.path(0).path("jobCount").asLong()).isEqualTo(2);
    assertThat(days.path(11).path("jobCount").isNull()).isTrue();
    assertThat(days.path(0).path("contentSha256").asText()).hasSize(64);
    assertThat(days.path(0).path("comparison").path("outcome").asText()).isEqualTo("agrees");
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThat(proof("--org", "south").err()).contains("Cannot find south");
    assertThat(proof("--org", "north").exitCode()).isZero();
    assertThat(proof("--org", NORTH).exitCode()).isZero();
  }

  private CommandRun proof(String... more) {
    String[] arguments = new String[more.length + 3];
    arguments[0] = "proof";
    arguments[1] = "--lake";
    arguments[2] = lake.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandRun.of(CLOCK, arguments);
  }

  private void write(PartitionProof proof) {
    proofs.write(NORTH, proof.day(), List.of(proof), Fence.none());
  }

  private String hashOfConversations(LocalDate day) throws Exception {
    return hashOf(day, "c1", "c2");
  }

  private String hashOf(LocalDate day, String... ids) throws Exception {
    Partition partition = Partition.daily("conversations", NORTH, day);
    LakeBuilder builder = new LakeBuilder(lake);
    @SuppressWarnings({"unchecked", "rawtypes"})
    Map<String, Object>[] rows = new Map[ids.length];
    for (int index = 0; index < ids.length; index++) {
      rows[index] = Map.of("org_id", NORTH, "conversation_id", ids[index], "day", day);
    }
    builder.partition(ConversationsTable.TABLE, partition, rows);
    return Sha256.of(lake.resolve(partition.key()));
  }

  private static ProofStatus status(int index) {
    return index < SETTLED_DAYS ? ProofStatus.SETTLED : ProofStatus.PROVISIONAL;
  }

  private static PartitionProof counted(PartitionProof proof, long job) {
    return new PartitionProof(
        proof.orgId(),
        proof.tableName(),
        proof.day(),
        proof.status(),
        proof.rows(),
        proof.units(),
        proof.fetched(),
        job,
        proof.queryOpen(),
        proof.queryCountedAt(),
        job,
        null,
        proof.availabilityAt(),
        proof.filterHash(),
        proof.contentSha256(),
        proof.quarantined(),
        proof.readUpTo(),
        proof.provedAt());
  }

  /** Two conversations, by every count there is. */
  private static PartitionProof proof(LocalDate day, ProofStatus status, String hash) {
    Instant end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant readUpTo = end.plus(Duration.ofDays(1));
    boolean settled = status == ProofStatus.SETTLED;
    return new PartitionProof(
        NORTH,
        "conversations",
        day,
        status,
        2,
        2,
        2,
        2L,
        0L,
        end,
        settled ? 2L : null,
        null,
        settled ? NOW : null,
        "none",
        hash,
        0,
        readUpTo,
        end);
  }
}
