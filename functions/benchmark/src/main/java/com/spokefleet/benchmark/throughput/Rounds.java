package com.spokefleet.benchmark.throughput;

import com.spokefleet.benchmark.Median;
import com.spokefleet.benchmark.process.JavaProcess;
import java.util.ArrayList;
import java.util.List;

/** Times of one program's rounds over several processes. */
final class Rounds {
  private final int warmUp;
  private final List<Double> firstProcessor = new ArrayList<>();
  private final List<Double> processor = new ArrayList<>();
  private final List<Double> wall = new ArrayList<>();

  /** So many rounds at the start of each process do not count as steady. */
  Rounds(int warmUp) {
    this.warmUp = warmUp;
  }

  void add(JavaProcess.Outcome outcome) {
    List<Double> processorOfProcess = outcome.numbers("processor");
    List<Double> wallOfProcess = outcome.numbers("seconds");
    firstProcessor.add(processorOfProcess.getFirst());
    processor.addAll(processorOfProcess.subList(warmUp, processorOfProcess.size()));
    wall.addAll(wallOfProcess.subList(warmUp, wallOfProcess.size()));
  }

  double firstProcessorSeconds() {
    return Median.of(firstProcessor);
  }

  double processorSeconds() {
    return Median.of(processor);
  }

  double seconds() {
    return Median.of(wall);
  }
}
