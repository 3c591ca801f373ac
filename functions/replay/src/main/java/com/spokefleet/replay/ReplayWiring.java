package com.spokefleet.replay;

import com.spokefleet.aws.FirehoseStream;
import com.spokefleet.aws.Sleeper;
import com.spokefleet.aws.StreamClients;
import com.spokefleet.replay.deadletter.StreamArn;
import com.spokefleet.replay.delivery.Retry;
import com.spokefleet.replay.delivery.StreamTarget;
import com.spokefleet.replay.delivery.Target;
import com.spokefleet.telemetry.EmbeddedMetrics;
import com.spokefleet.telemetry.Metrics;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.firehose.FirehoseClient;

/** What the function takes from AWS and the machine it runs on. */
final class ReplayWiring {
  private ReplayWiring() {}

  /** Streams of any region, with one client for each. */
  static Function<StreamArn, Target> streams() {
    Map<String, FirehoseClient> clients = new ConcurrentHashMap<>();
    Retry retry = Retry.brief(RandomGenerator.getDefault(), Sleeper.real());
    return stream -> {
      FirehoseClient client =
          clients.computeIfAbsent(
              stream.region(), region -> new StreamClients(Region.of(region)).firehose());
      return new StreamTarget(stream.name(), new FirehoseStream(client, stream.name())::put, retry);
    };
  }

  static Metrics metrics() {
    return new EmbeddedMetrics(
        Clock.systemUTC(), new PrintStream(System.out, true, StandardCharsets.UTF_8));
  }
}
