package com.spokefleet.benchmark.process;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;

/**
 * Times a round of work: seconds that passed, and seconds of processor time that the whole process
 * took, compiler and garbage collector included. The latter does not depend on what else the
 * machine does.
 */
public final class RoundClock {
  private static final double NANOS = 1e9;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final long wallStart = System.nanoTime();
  private final long processorStart = system.getProcessCpuTime();

  /** Writes the lines {@code seconds} and {@code processor}. */
  public void tell(PrintStream output) {
    double processor = (system.getProcessCpuTime() - processorStart) / NANOS;
    output.println("seconds " + (System.nanoTime() - wallStart) / NANOS);
    output.println("processor " + processor);
  }
}
