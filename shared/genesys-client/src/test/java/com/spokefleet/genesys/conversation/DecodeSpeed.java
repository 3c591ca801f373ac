package com.spokefleet.genesys.conversation;

import com.spokefleet.genesys.json.MalformedPageException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Prints how fast one thread decodes 50 MB of pages; run by hand, not a test. */
final class DecodeSpeed {
  private static final int BYTES = 50_000_000;
  private static final int ROUNDS = 12;

  private DecodeSpeed() {}

  public static void main(String[] arguments) throws MalformedPageException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    SamplePages samples = new SamplePages(new Random(7));
    List<byte[]> pages = new ArrayList<>();
    long bytes = 0;
    while (bytes < BYTES) {
      byte[] page = samples.page(100);
      pages.add(page);
      bytes += page.length;
    }
    DetailsPageDecoder decoder = new DetailsPageDecoder();
    for (int round = 1; round <= ROUNDS; round++) {
      long records = 0;
      long begin = System.nanoTime();
      long beginProcessor = threads.getCurrentThreadCpuTime();
      for (byte[] page : pages) {
        records += decoder.decode(page).records().size();
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      double processorSeconds = (threads.getCurrentThreadCpuTime() - beginProcessor) / 1e9;
      System.out.printf(
          "round %d: %.0f MB/s (%.0f per processor second), %.0f conversations/s of %d bytes%n",
          round,
          bytes / 1e6 / seconds,
          bytes / 1e6 / processorSeconds,
          records / seconds,
          bytes / records);
    }
  }
}
