package com.spokefleet.siem.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How what is installed differs from what is wanted.
 *
 * @param changes of every object, in the order in which they are applied
 */
public record Plan(List<Change> changes) {
  public Plan {
    changes = List.copyOf(changes);
  }

  /**
   * Compares, and touches nothing.
   *
   * @param overwrite whether what somebody changed since is replaced
   */
  public static Plan of(
      List<WantedObject> wanted, List<InstalledObject> installed, boolean overwrite) {
    Map<ObjectKey, InstalledObject> found = new TreeMap<>();
    installed.forEach(object -> found.put(object.key(), object));
    List<Change> changes = new ArrayList<>();
    for (WantedObject object : wanted) {
      changes.add(change(object, Optional.ofNullable(found.remove(object.key())), overwrite));
    }
    for (InstalledObject left : found.values()) {
      if (left.ours()) {
        changes.add(unwanted(left, overwrite));
      }
    }
    return new Plan(changes);
  }

  private static Change change(
      WantedObject wanted, Optional<InstalledObject> installed, boolean overwrite) {
    if (installed.isEmpty()) {
      return change(Verdict.CREATE, new TreeSet<>(), wanted, installed);
    }
    InstalledObject there = installed.get();
    if (!there.ours()) {
      return change(Verdict.FOREIGN, new TreeSet<>(), wanted, installed);
    }
    SortedSet<String> differing = differing(wanted, there);
    if (differing.isEmpty()) {
      Verdict verdict = there.unfinished() ? Verdict.FINISH : Verdict.UNCHANGED;
      return change(verdict, differing, wanted, installed);
    }
    SortedSet<String> clash = new TreeSet<>(differing);
    clash.retainAll(there.touched());
    return clash.isEmpty() || overwrite
        ? change(Verdict.UPDATE, differing, wanted, installed)
        : change(Verdict.CHANGED_BY_SOMEBODY, clash, wanted, installed);
  }

  private static Change change(
      Verdict verdict,
      SortedSet<String> fields,
      WantedObject wanted,
      Optional<InstalledObject> installed) {
    return new Change(wanted.key(), verdict, fields, Optional.of(wanted), installed);
  }

  private static Change unwanted(InstalledObject left, boolean overwrite) {
    boolean touched = !left.touched().isEmpty() && !overwrite;
    Verdict verdict =
        touched
            ? Verdict.CHANGED_BY_SOMEBODY
            : left.removable() ? Verdict.DELETE : Verdict.HELD_BY_PACKAGE;
    SortedSet<String> fields = touched ? new TreeSet<>(left.touched()) : new TreeSet<>();
    return new Change(left.key(), verdict, fields, Optional.empty(), Optional.of(left));
  }

  private static SortedSet<String> differing(WantedObject wanted, InstalledObject there) {
    SortedSet<String> names = new TreeSet<>(wanted.fields().keySet());
    names.addAll(there.fields().keySet());
    names.removeIf(
        name ->
            wanted.fields().getOrDefault(name, "").equals(there.fields().getOrDefault(name, "")));
    return names;
  }

  /** Whether all is as wanted. */
  public boolean isEqual() {
    return changes.stream().allMatch(change -> change.verdict() == Verdict.UNCHANGED);
  }

  /** How many objects have this verdict. */
  public long count(Verdict verdict) {
    return changes.stream().filter(change -> change.verdict() == verdict).count();
  }

  /** What applying leaves for somebody to look at. */
  public List<Change> open() {
    return changes.stream().filter(change -> change.verdict().needsSomebody()).toList();
  }
}
