package com.spokefleet.transform;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.spokefleet.events.firehose.BatchAccount;
import com.spokefleet.events.firehose.BatchTransformer;
import com.spokefleet.events.settings.SettingsJson;
import com.spokefleet.events.settings.TransformSettings;
import com.spokefleet.telemetry.EmbeddedMetrics;
import com.spokefleet.telemetry.Metrics;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The function that Firehose calls with each batch of events before it delivers them. Answers every
 * record once; what it cannot transform is marked {@code ProcessingFailed}, so that Firehose puts
 * it into the backup bucket as it came. Logs nothing but its metrics.
 */
public final class TransformHandler implements RequestStreamHandler {
  /** Environment key of the settings, as {@link SettingsJson} writes them. */
  public static final String SETTINGS = "SPOKEFLEET_TRANSFORM";

  private final BatchTransformer transformer;
  private final TransformMetrics metrics;
  private final RequestBuffer buffer = new RequestBuffer();

  /** As Lambda makes it, by its environment. */
  public TransformHandler() {
    this(
        System.getenv(),
        new EmbeddedMetrics(
            Clock.systemUTC(), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
  }

  /** By a given environment, such as a test's. */
  public TransformHandler(Map<String, String> environment, Metrics metrics) {
    this(settings(environment), new SecretsExtension(environment), metrics);
  }

  private TransformHandler(TransformSettings settings, SecretsExtension secrets, Metrics metrics) {
    this.transformer = settings.transformer(secrets::key);
    this.metrics = new TransformMetrics(metrics, settings.destination().name());
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    transform(input, output);
  }

  /** The same for a caller that is not Lambda. */
  public void transform(InputStream input, OutputStream output) throws IOException {
    buffer.read(input);
    BatchAccount account = transformer.transform(buffer.bytes(), buffer.length(), output);
    metrics.tell(account);
  }

  private static TransformSettings settings(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(SETTINGS))
        .map(SettingsJson::read)
        .orElseThrow(
            () ->
                new IllegalStateException("Cannot transform events: " + SETTINGS + " is not set"));
  }
}
