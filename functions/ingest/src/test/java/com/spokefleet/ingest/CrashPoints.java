package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.spokefleet.lake.proof.ProofStore;
import com.spokefleet.lake.store.FolderObjectStore;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * P2 for any dataset: lets a process die after each of its side effects, one life each, and holds
 * the lake that the next processes make of it against that of a life without a death.
 */
final class CrashPoints {
  /** What a proof says of when and of how often. */
  private static final Pattern TIMES =
      Pattern.compile("(provedAt|readUpTo|availabilityAt|queryCountedAt|fetched)=[^,\\]]*");

  private final Path folder;
  private final CrashLife.Beginning beginning;

  CrashPoints(Path folder, CrashLife.Beginning beginning) {
    this.folder = folder;
    this.beginning = beginning;
  }

  /** What a life ends in: the bytes of every object, and what the proofs say but for times. */
  private record End(Map<String, String> objects, List<String> proofs) {
    static End of(SmallFleet fleet) {
      ProofStore store =
          new ProofStore(new FolderObjectStore(fleet.lake()), fleet.folder().resolve("scratch"));
      List<String> proofs =
          fleet.orgs().stream()
              .flatMap(org -> store.read(org.orgId()).stream())
              .map(proof -> TIMES.matcher(proof.toString()).replaceAll("$1"))
              .sorted()
              .toList();
      return new End(LakeBytes.hashes(fleet.lake(), Set.of("partition_proofs")), proofs);
    }
  }

  /**
   * Every life ends the same; how many crash points there were of each kind, which is the first
   * word of an effect with the table or the state: {@code object revenue}, {@code job}.
   */
  Map<String, Integer> assertSameEnd() {
    SideEffects counted = SideEffects.counted();
    End expected;
    try (CrashLife life = beginning.in(folder.resolve("uncrashed"))) {
      watch(life, counted);
      life.live();
      expected = inPeace(life);
      life.assertTrue();
    }
    List<String> trace = counted.trace();
    IntStream.rangeClosed(1, trace.size())
        .parallel()
        .forEach(k -> assertSameEnd(k, trace.get(k - 1), expected));
    Map<String, Integer> kinds = new TreeMap<>();
    trace.forEach(effect -> kinds.merge(kind(effect), 1, Integer::sum));
    return Collections.unmodifiableMap(kinds);
  }

  private void assertSameEnd(int k, String effect, End expected) {
    String description = "died after effect " + k + ", " + effect;
    try (CrashLife life = beginning.in(folder.resolve("crashed-" + k))) {
      watch(life, SideEffects.dyingAfter(k));
      assertThatThrownBy(life::live).as(description).isInstanceOf(SideEffects.Death.class);
      End actual = inPeace(life);
      assertThat(actual.objects()).as(description).isEqualTo(expected.objects());
      assertThat(actual.proofs()).as(description).isEqualTo(expected.proofs());
    }
  }

  private static void watch(CrashLife life, SideEffects effects) {
    SideEffects watched = effects.andSubmitted(life.submitted());
    life.fleet().withStores(watched::around, watched::around);
  }

  /** New processes, which find what the old one has left. */
  private static End inPeace(CrashLife life) {
    life.fleet().withStores(store -> store, store -> store);
    life.goOn();
    return End.of(life.fleet());
  }

  private static String kind(String effect) {
    return effect.replaceAll("[/].*", "");
  }
}
