package com.spokefleet.siem.install;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Carries a plan out. It may be interrupted anywhere: whoever looks again and carries that plan out
 * ends in the same state. What is as wanted costs no request.
 */
public final class Application {
  private final Installation installation;

  public Application(Installation installation) {
    this.installation = installation;
  }

  /**
   * What became of a plan.
   *
   * @param done what was changed, in order
   * @param refused one message for each object that was not accepted
   */
  public record Outcome(List<Change> done, List<String> refused) {
    public Outcome {
      done = List.copyOf(done);
      refused = List.copyOf(refused);
    }
  }

  /**
   * Applies what is to be done, one object after the other, past those that are refused.
   *
   * @param progress told of each object once it is done
   * @throws InstallException if the SIEM cannot be reached any more or does not let us in
   */
  public Outcome apply(Plan plan, Consumer<Change> progress) {
    List<Change> done = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    for (Change change : plan.changes()) {
      if (!change.verdict().isWork()) {
        continue;
      }
      try {
        carryOut(change);
        done.add(change);
        progress.accept(change);
      } catch (RefusedException refusal) {
        refused.add(String.valueOf(refusal.getMessage()));
      }
    }
    return new Outcome(done, refused);
  }

  private void carryOut(Change change) {
    switch (change.verdict()) {
      case CREATE -> installation.create(change.wanted().orElseThrow());
      case UPDATE, FINISH ->
          installation.update(change.installed().orElseThrow(), change.wanted().orElseThrow());
      case DELETE -> installation.delete(change.installed().orElseThrow());
      case UNCHANGED, FOREIGN, CHANGED_BY_SOMEBODY, HELD_BY_PACKAGE -> {
        // Nothing is to be done.
      }
    }
  }
}
