package com.spokefleet.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.events.settings.DestinationSettings;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an invocation costs in memory. */
final class MemoryTest {
  private static final int BATCH = 3 << 19;

  @TempDir private Path folder;

  /** The request stays in the program's own memory as well, as Lambda's runtime holds it. */
  @Test
  void aHeapOf64MegabytesTakesTheLargestInvocation() throws Exception {
    byte[] request = LargeInvocation.request(5_000, LargeInvocation.LARGEST);
    assertThat(request.length).isBetween(LargeInvocation.LARGEST * 9 / 10, LargeInvocation.LARGEST);

    assertThat(run("-Xmx64m", request)).isZero();
    JsonNode reply = new ObjectMapper().readTree(folder.resolve("reply").toFile());
    assertThat(reply.path("records")).hasSize(5_000);
    assertThat(reply.path("records").get(0).path("result").asText()).isEqualTo("Ok");
  }

  /** Negative control: the limit is one, so the program above does need memory. */
  @Test
  void aHeapThatIsTooSmallIsNoticed() throws Exception {
    assertThat(run("-Xmx12m", LargeInvocation.request(5_000, LargeInvocation.LARGEST))).isNotZero();
  }

  static List<DestinationSettings> destinations() {
    return List.of(
        new DestinationSettings.Splunk("soc", "genesys"),
        new DestinationSettings.Datadog("dd"),
        new DestinationSettings.Ocsf("lake"));
  }

  @ParameterizedTest
  @MethodSource("destinations")
  void allocationDoesNotGrowWithTheNumberOfRecords(DestinationSettings destination)
      throws IOException {
    TransformHandler handler = LargeInvocation.handler(destination);
    byte[] few = LargeInvocation.request(100, BATCH);
    byte[] many = LargeInvocation.request(1_000, BATCH);
    assertThat((double) many.length).isBetween(few.length * 0.95, few.length * 1.05);
    for (int warming = 0; warming < 20; warming++) {
      allocated(handler, few);
      allocated(handler, many);
    }
    long byFew = allocated(handler, few);
    long byMany = allocated(handler, many);
    System.out.printf("allocated: %,d by 100 records, %,d by 1,000%n", byFew, byMany);

    // A single object of the smallest size for each record would show.
    assertThat(byMany - byFew).isLessThan(900 * 16);
    assertThat(byMany).isLessThan(64 << 10);
  }

  private static long allocated(TransformHandler handler, byte[] request) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ByteArrayInputStream input = new ByteArrayInputStream(request);
    long before = threads.getCurrentThreadAllocatedBytes();
    handler.transform(input, OutputStream.nullOutputStream());
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private int run(String heap, byte[] request) throws Exception {
    Path input = Files.write(folder.resolve("request"), request);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            heap,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            LargeInvocation.class.getName(),
            "3");
    Process process =
        new ProcessBuilder(command)
            .redirectInput(input.toFile())
            .redirectOutput(folder.resolve("reply").toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    return process.waitFor();
  }
}
