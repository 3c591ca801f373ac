package com.spokefleet.lake.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.lake.store.FolderObjectStore;
import com.spokefleet.lake.store.Sha256;
import com.spokefleet.lake.store.StoreException;
import com.spokefleet.lake.store.testing.ScriptedObjectStore;
import com.spokefleet.telemetry.FailureKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuarantineTest {
  private static final byte[] RAW = {'{', 0, (byte) 0xFF, (byte) 0xC3, '}'};

  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @TempDir Path lake;
  private ScriptedObjectStore store;
  private Quarantine quarantine;

  @BeforeEach
  void openLake() {
    store = new ScriptedObjectStore(new FolderObjectStore(lake));
    quarantine = new Quarantine(store);
  }

  @Test
  void recordIsKeptByteForByteUnderItsHashWithTheReasonBesideIt() {
    assertThat(quarantine.put("org", "conversations", Optional.of(DAY), RAW, "NUL in a name"))
        .isTrue();

    assertThat(record(".json")).hasBinaryContent(RAW);
    assertThat(record(".reason.txt")).hasContent("NUL in a name");
    assertThat(quarantine.count("org", "conversations")).isEqualTo(1);
  }

  @Test
  void sameRecordAgainIsCountedOnceAndItsFirstReasonStays() {
    quarantine.put("org", "conversations", Optional.of(DAY), RAW, "first");

    assertThat(quarantine.put("org", "conversations", Optional.of(DAY), RAW, "second")).isFalse();
    assertThat(record(".reason.txt")).hasContent("first");
    assertThat(quarantine.count("org", "conversations")).isEqualTo(1);
  }

  @Test
  void formsOfOneRecordAreAllKeptAndCountAsOne() {
    Optional<LocalDate> day = Optional.of(DAY);
    quarantine.put("org", "conversations", day, Optional.of("a-1"), RAW, "by query");
    quarantine.put("org", "conversations", day, Optional.of("a-1"), new byte[] {1}, "by job");
    quarantine.put("org", "conversations", day, Optional.of("a-2"), new byte[] {2}, "another");

    assertThat(quarantine.count("org", "conversations", DAY)).isEqualTo(2);
    assertThat(store.list("quarantine/").stream().filter(key -> key.endsWith(".json"))).hasSize(3);
  }

  @Test
  void countsAreKeptPerOrgAndDatasetAndDay() {
    quarantine.put("org", "conversations", Optional.of(DAY), RAW, "reason");
    quarantine.put("org", "conversations", Optional.empty(), new byte[] {1}, "no day to be read");

    assertThat(quarantine.count("org", "conversations")).isEqualTo(2);
    assertThat(quarantine.count("org", "conversations", DAY)).isEqualTo(1);
    assertThat(quarantine.count("org", "conversations", DAY.plusDays(1))).isZero();

    assertThat(quarantine.count("org", "users")).isZero();
    assertThat(quarantine.count("other", "conversations")).isZero();
  }

  @Test
  void crashBetweenReasonAndRecordIsHealedByTheNextPut() {
    store.thenFirst(() -> {}).thenFail(FailureKind.RETRYABLE);
    assertThatThrownBy(
            () -> quarantine.put("org", "conversations", Optional.of(DAY), RAW, "reason"))
        .isInstanceOf(StoreException.class);
    assertThat(quarantine.count("org", "conversations")).isZero();

    assertThat(quarantine.put("org", "conversations", Optional.of(DAY), RAW, "reason")).isTrue();
    assertThat(quarantine.count("org", "conversations")).isEqualTo(1);
  }

  @Test
  void lostAnswerIsRecognisedByReadingBackAndALostRequestIsAnError() {
    store.thenLoseTheAnswer().thenLoseTheAnswer();
    assertThat(quarantine.put("org", "conversations", Optional.of(DAY), RAW, "reason")).isTrue();

    store.thenLoseTheRequest();
    assertThatThrownBy(() -> quarantine.put("org", "users", Optional.of(DAY), RAW, "reason"))
        .isInstanceOf(StoreException.class);
  }

  private Path record(String suffix) {
    return lake.resolve("quarantine/org_id=org/dataset=conversations/day=2026-11-20")
        .resolve(Sha256.of(RAW) + suffix);
  }
}
