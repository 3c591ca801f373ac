package com.spokefleet.cli.demo.stream;

import com.spokefleet.config.Destination;
import com.spokefleet.config.Spoke;
import com.spokefleet.config.event.FleetEvents;
import com.spokefleet.events.settings.SettingsJson;
import com.spokefleet.ingest.LocalContext;
import com.spokefleet.telemetry.EmbeddedMetrics;
import com.spokefleet.telemetry.Metrics;
import com.spokefleet.testing.stream.firehose.Processor;
import com.spokefleet.transform.TransformHandler;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The transforming function of every org and destination, as AWS runs it. */
final class DemoProcessors implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final Clock clock;
  private final SecretsDouble secrets = new SecretsDouble();
  private final PrintStream log;
  private final Metrics metrics;

  /**
   * @param log file that the functions' metrics go to
   */
  DemoProcessors(Path log, Clock clock) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    this.clock = clock;
    this.log = new PrintStream(log.toFile(), StandardCharsets.UTF_8);
    this.metrics = new EmbeddedMetrics(clock, this.log);
  }

  Processor of(Spoke spoke, Destination destination) {
    TransformHandler handler =
        new TransformHandler(
            Map.of(
                TransformHandler.SETTINGS,
                SettingsJson.write(FleetEvents.settings(spoke, destination)),
                "PARAMETERS_SECRETS_EXTENSION_HTTP_PORT",
                secrets.port()),
            metrics);
    return (invocation, reply) ->
        handler.handleRequest(invocation, reply, new LocalContext(TIMEOUT, clock));
  }

  @Override
  public void close() {
    secrets.close();
    log.close();
  }
}
