package com.spokefleet.cli.doctor;

import com.spokefleet.config.Spoke;
import com.spokefleet.genesys.configuration.CheckResult;
import com.spokefleet.genesys.http.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Examines all orgs at once, each on its own thread, so that a slow one delays no other. */
final class Diagnoses {
  private final BiFunction<Spoke, Deadline, List<CheckResult>> check;
  private final Supplier<Deadline> deadline;

  Diagnoses(BiFunction<Spoke, Deadline, List<CheckResult>> check, Supplier<Deadline> deadline) {
    this.check = check;
    this.deadline = deadline;
  }

  /** Gives each diagnosis as soon as it is there, and all of them in the end. */
  List<OrgDiagnosis> run(List<Spoke> spokes, Consumer<OrgDiagnosis> found)
      throws InterruptedException {
    List<OrgDiagnosis> diagnoses = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      ExecutorCompletionService<OrgDiagnosis> running = new ExecutorCompletionService<>(threads);
      for (Spoke spoke : spokes) {
        running.submit(() -> new OrgDiagnosis(spoke.name(), check.apply(spoke, deadline.get())));
      }
      for (int done = 0; done < spokes.size(); done++) {
        OrgDiagnosis diagnosis = running.take().get();
        diagnoses.add(diagnosis);
        found.accept(diagnosis);
      }
    } catch (ExecutionException defect) {
      throw new IllegalStateException("Cannot examine an org", defect.getCause());
    }
    return diagnoses;
  }
}
