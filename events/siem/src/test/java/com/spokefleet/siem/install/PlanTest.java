package com.spokefleet.siem.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PlanTest {
  private static final ObjectKey KEY = new ObjectKey("monitor", "one");
  private static final WantedObject WANTED =
      new WantedObject(KEY, new TreeMap<>(Map.of("query", "new", "name", "One")));

  @Test
  void whatIsAsWantedIsUnchangedWhoeverTouchedIt() {
    Plan plan = plan(installed(Map.of("query", "new", "name", "One"), Set.of("query"), false));

    assertThat(plan.isEqual()).isTrue();
  }

  @Test
  void fieldsThatDifferAreNamedAndSoAreThoseWeNoLongerSet() {
    Plan plan =
        plan(installed(Map.of("query", "old", "name", "One", "gone", "x"), Set.of(), false));

    Change change = plan.changes().getFirst();
    assertThat(change.verdict()).isEqualTo(Verdict.UPDATE);
    assertThat(change.fields()).containsExactly("gone", "query");
  }

  @Test
  void aTouchedFieldThatDoesNotDifferHoldsNothingUp() {
    Plan plan = plan(installed(Map.of("query", "old", "name", "One"), Set.of("name"), false));

    assertThat(plan.changes().getFirst().verdict()).isEqualTo(Verdict.UPDATE);
  }

  @Test
  void anInterruptedOneIsFinished() {
    Plan plan = plan(installed(Map.of("query", "new", "name", "One"), Set.of(), true));

    assertThat(plan.changes().getFirst().verdict()).isEqualTo(Verdict.FINISH);
    assertThat(plan.isEqual()).isFalse();
  }

  @Test
  void whatIsNotOursIsNeverWorkEvenIfItIsToBeOverwritten() {
    Plan plan = Plan.of(List.of(WANTED), List.of(InstalledObject.foreign(KEY, "7")), true);

    assertThat(plan.changes()).noneMatch(change -> change.verdict().isWork());
    assertThat(plan.open()).hasSize(1);
  }

  @Test
  void whatIsNotWantedIsDeletedHeldOrKept() {
    InstalledObject free = installed(Map.of(), Set.of(), false);
    InstalledObject packaged =
        new InstalledObject(KEY, "7", true, new TreeMap<>(), Set.of(), false, false);
    InstalledObject touched = installed(Map.of(), Set.of("query"), false);

    assertThat(verdict(free, false)).isEqualTo(Verdict.DELETE);
    assertThat(verdict(packaged, false)).isEqualTo(Verdict.HELD_BY_PACKAGE);
    assertThat(verdict(touched, false)).isEqualTo(Verdict.CHANGED_BY_SOMEBODY);
    assertThat(verdict(touched, true)).isEqualTo(Verdict.DELETE);
    assertThat(Plan.of(List.of(), List.of(InstalledObject.foreign(KEY, "7")), true).changes())
        .isEmpty();
  }

  private static Verdict verdict(InstalledObject installed, boolean overwrite) {
    return Plan.of(List.of(), List.of(installed), overwrite).changes().getFirst().verdict();
  }

  private static Plan plan(InstalledObject installed) {
    return Plan.of(List.of(WANTED), List.of(installed), false);
  }

  private static InstalledObject installed(
      Map<String, String> fields, Set<String> touched, boolean unfinished) {
    return new InstalledObject(KEY, "7", true, new TreeMap<>(fields), touched, unfinished, true);
  }
}
