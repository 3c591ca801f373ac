package com.spokefleet.testing.stream.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.VirtualClock;
import com.spokefleet.testing.stream.Events;
import com.spokefleet.testing.stream.Post;
import com.spokefleet.testing.stream.WrappingProcessor;
import com.spokefleet.testing.stream.account.StreamAccount;
import com.spokefleet.testing.stream.account.StreamPath;
import com.spokefleet.testing.stream.account.StreamSimulation;
import com.spokefleet.testing.stream.datadog.DatadogFault;
import com.spokefleet.testing.stream.firehose.DeliveryStream;
import com.spokefleet.testing.stream.firehose.HttpEndpointDestination;
import com.spokefleet.testing.stream.firehose.Processor;
import com.spokefleet.testing.stream.firehose.StreamFault;
import com.spokefleet.testing.stream.splunk.HecFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever goes wrong at random, every event is somewhere, and once all is well again nothing is in
 * flight and nothing is lost but what the contracts say is.
 */
final class StreamConservationTest {
  private static final Duration STEP = Duration.ofSeconds(5);
  private static final int SEEDS = Integer.getInteger("spokefleet.seeds", 6);
  private static final int STEPS = 500;
  private static final Set<String> LOST_BY_CONTRACT =
      Set.of(
          HttpEndpointDestination.TOO_LARGE,
          DeliveryStream.RETENTION,
          DeliveryStream.PROCESSOR,
          StreamPath.NO_RULE);

  @TempDir private Path folder;

  @Test
  void everyEventIsSomewhereWhateverGoesWrong() {
    Set<Object> happened = new HashSet<>();
    long first = Long.getLong("spokefleet.seed", 1);
    LongStream.range(first, first + SEEDS).forEach(seed -> runOnce(seed, happened));

    Set<Object> wanted = new HashSet<>(EnumSet.allOf(HecFault.class));
    wanted.addAll(EnumSet.allOf(DatadogFault.class));
    wanted.addAll(EnumSet.allOf(WrappingProcessor.Fault.class));
    wanted.addAll(EnumSet.allOf(StreamFault.class));
    wanted.addAll(
        Set.of("delivered", "dead-lettered", "duplicate", HttpEndpointDestination.TOO_LARGE));
    assertThat(happened).as("what must have happened to mean anything").containsAll(wanted);
  }

  private void runOnce(long seed, Set<Object> happened) {
    VirtualClock clock = new VirtualClock(Instant.parse("2026-11-20T12:00:00Z"));
    SplittableRandom random = new SplittableRandom(seed);
    WrappingProcessor toSplunk = WrappingProcessor.forSplunk(clock);
    WrappingProcessor toDatadog = WrappingProcessor.forDatadog(clock);
    List<WrappingProcessor> processors = List.of(toSplunk, toDatadog);
    try (LocalStream local = connected(clock, toSplunk, toDatadog, "seed-" + seed)) {
      StreamSimulation simulation = local.simulation();
      for (int step = 0; step < STEPS; step++) {
        trouble(local, processors, random);
        int events = random.nextInt(4);
        for (int event = 0; event < events; event++) {
          String id = Events.id("random", step * 10L + event);
          boolean wanted = random.nextInt(10) > 0;
          local
              .bus("amer")
              .put(Events.event(wanted ? Events.AUDITS : "v2.users.{id}.presence", id));
        }
        simulation.step(STEP);
      }
      calm(local, processors);

      assertThat(simulation.drain(Duration.ofHours(2), Duration.ofSeconds(10)))
          .as("drained, seed %d: %s", seed, simulation.accounts())
          .isTrue();
      for (StreamAccount account : simulation.accounts()) {
        assertThat(account.isBalanced()).as("seed %d: %s", seed, account).isTrue();
        assertThat(LOST_BY_CONTRACT)
            .as("seed %d: %s", seed, account)
            .containsAll(account.dropped().keySet());
        remember(account, happened);
      }
      remember(local, processors, happened);
    }
  }

  private static void trouble(
      LocalStream local, List<WrappingProcessor> processors, SplittableRandom random) {
    if (random.nextInt(12) == 0) {
      local.splunk().faults().always(any(HecFault.values(), random));
    }
    if (random.nextInt(12) == 0) {
      local.datadog().faults().always(any(DatadogFault.values(), random));
    }
    for (WrappingProcessor processor : processors) {
      if (random.nextInt(10) == 0) {
        processor.faults().always(any(WrappingProcessor.Fault.values(), random));
      }
    }
    if (random.nextInt(20) == 0) {
      for (StreamPath path : local.simulation().paths()) {
        path.stream().faults().always(any(StreamFault.values(), random));
      }
    }
    if (random.nextInt(20) == 0) {
      local.bucket().available(random.nextBoolean());
    }
  }

  private static void calm(LocalStream local, List<WrappingProcessor> processors) {
    local.splunk().faults().always(HecFault.NONE);
    local.datadog().faults().always(DatadogFault.NONE);
    processors.forEach(one -> one.faults().always(WrappingProcessor.Fault.NONE));
    local.simulation().paths().forEach(path -> path.stream().faults().always(StreamFault.NONE));
    local.bucket().available(true);
  }

  private static <F> F any(F[] faults, SplittableRandom random) {
    // As often well as not, or nothing would ever arrive.
    return random.nextBoolean() ? faults[0] : faults[random.nextInt(faults.length)];
  }

  private static void remember(StreamAccount account, Set<Object> happened) {
    happened.addAll(account.dropped().keySet());
    if (account.delivered() > 0) {
      happened.add("delivered");
    }
    if (account.deadLettered() > 0) {
      happened.add("dead-lettered");
    }
    if (account.duplicates() > 0) {
      happened.add("duplicate");
    }
  }

  private static void remember(
      LocalStream local, List<WrappingProcessor> processors, Set<Object> happened) {
    for (HecFault fault : HecFault.values()) {
      if (local.splunk().faults().happened(fault) > 0) {
        happened.add(fault);
      }
    }
    for (DatadogFault fault : DatadogFault.values()) {
      if (local.datadog().faults().happened(fault) > 0) {
        happened.add(fault);
      }
    }
    for (WrappingProcessor processor : processors) {
      for (WrappingProcessor.Fault fault : WrappingProcessor.Fault.values()) {
        if (processor.faults().happened(fault) > 0) {
          happened.add(fault);
        }
      }
    }
    for (StreamPath path : local.simulation().paths()) {
      for (StreamFault fault : StreamFault.values()) {
        if (path.stream().faults().happened(fault) > 0) {
          happened.add(fault);
        }
      }
    }
  }

  /** The negative control of the account: a processor that says Ok and hands nothing on. */
  @Test
  void anEventThatIsLostWithoutAReasonStopsTheSimulation() {
    VirtualClock clock = new VirtualClock(Instant.parse("2026-11-20T12:00:00Z"));
    Processor forgetful =
        (invocation, reply) -> {
          String id = Post.JSON.readTree(invocation).at("/records/0/recordId").asText();
          reply.write(
              "{\"records\":[{\"recordId\":\"%s\",\"result\":\"Ok\",\"data\":\"Cg==\"}]}"
                  .formatted(id)
                  .getBytes(StandardCharsets.UTF_8));
        };
    try (LocalStream local =
        connected(clock, WrappingProcessor.forSplunk(clock), forgetful, "forgetful")) {
      local.bus("amer").put(Events.audit("lost", 1));
      StreamSimulation simulation = local.simulation();
      assertThatThrownBy(() -> simulation.drain(Duration.ofMinutes(5), STEP))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(Events.id("lost", 1));
    }
  }

  /**
   * The negative control of failing what finds no room in a reply: putting it onto the stream
   * again, as AWS's blueprint does, goes round for ever.
   */
  @Test
  void puttingOverflowOntoTheStreamAgainNeverEnds() {
    VirtualClock clock = new VirtualClock(Instant.parse("2026-11-20T12:00:00Z"));
    Overflow again = new Overflow();
    try (LocalStream local = connected(clock, again, again, "again")) {
      StreamPath path = local.path("amer", LocalStream.SPLUNK);
      again.putAgain = event -> path.stream().offer(event);
      local.path("amer", LocalStream.DATADOG).stream().faults().always(StreamFault.DENIED);
      local.bus("amer").put(Events.audit("big", 1));
      assertThat(local.simulation().drain(Duration.ofHours(6), Duration.ofSeconds(10))).isFalse();
      assertThat(path.stream().invocations()).isGreaterThan(2_000);
      assertThat(path.account().delivered()).isZero();
    }
    Overflow failed = new Overflow();
    try (LocalStream local = connected(clock, failed, failed, "failed")) {
      local.bus("amer").put(Events.audit("big", 1));
      assertThat(local.simulation().drain(Duration.ofMinutes(5), STEP)).isTrue();
      assertThat(local.path("amer", LocalStream.SPLUNK).account().deadLettered()).isEqualTo(1);
    }
  }

  /** Finds no room for any record. */
  private static final class Overflow implements Processor {
    /** Where an event goes that found no room; nowhere, but marked as failed, if null. */
    private @Nullable Consumer<byte[]> putAgain;

    @Override
    public void process(InputStream invocation, OutputStream reply) throws IOException {
      ObjectNode answer = Post.JSON.createObjectNode();
      for (JsonNode record : Post.JSON.readTree(invocation).path("records")) {
        answer
            .withArray("records")
            .addObject()
            .put("recordId", record.path("recordId").asText())
            .put("result", putAgain == null ? "ProcessingFailed" : "Dropped");
        if (putAgain != null) {
          putAgain.accept(Base64.getDecoder().decode(record.path("data").asText()));
        }
      }
      reply.write(answer.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private LocalStream connected(
      VirtualClock clock, Processor toSplunk, Processor toDatadog, String name) {
    LocalStream local = new LocalStream(folder.resolve(name), "genesys", clock);
    local.connect(
        new OrgConnection(
            "amer", Events.SOURCE, Map.of("siem", Events.PATTERN), toSplunk, toDatadog));
    return local;
  }
}
