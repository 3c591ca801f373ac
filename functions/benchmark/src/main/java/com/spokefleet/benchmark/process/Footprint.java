package com.spokefleet.benchmark.process;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process has taken so far. */
public final class Footprint {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";

  private Footprint() {}

  /** Largest resident set in megabytes; 0 where the system does not tell (other than Linux). */
  public static long peakMegabytes() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith(PEAK))
        .map(line -> line.substring(PEAK.length()).strip().split(" ", -1)[0])
        .mapToLong(kilobytes -> Long.parseLong(kilobytes) / 1024)
        .findFirst()
        .orElse(0);
  }

  /** Seconds the program stood still for garbage collection. */
  public static double collectionSeconds() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .sum()
        / 1000.0;
  }
}
