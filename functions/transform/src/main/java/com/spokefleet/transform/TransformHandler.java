package com.spokefleet.transform;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.spokefleet.events.firehose.BatchAccount;
import com.spokefleet.events.firehose.BatchTransformer;
import com.spokefleet.events.settings.SettingsJson;
import com.spokefleet.events.settings.TransformSettings;
import com.spokefleet.telemetry.EmbeddedMetrics;
import com.spokefleet.telemetry.Metrics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.crac.Core;
import org.crac.Resource;

/**
 * The function that Firehose calls with each batch of events before it delivers them. Answers every
 * record once; what it cannot transform is marked {@code ProcessingFailed}, so that Firehose puts
 * it into the backup bucket as it came. Logs nothing but its metrics.
 *
 * <p>With SnapStart the snapshot is taken of a function that has transformed sample batches (see
 * {@link #beforeCheckpoint}) and knows no secret.
 */
public final class TransformHandler implements RequestStreamHandler, Resource {
  /** Environment key of the settings, as {@link SettingsJson} writes them. */
  public static final String SETTINGS = "SPOKEFLEET_TRANSFORM";

  /** Enough for the methods of the path to be compiled well, within a few seconds. */
  private static final int SAMPLES = 300;

  private final TransformSettings settings;
  private final Function<String, byte[]> keys;
  private final TransformMetrics metrics;
  private final RequestBuffer buffer = new RequestBuffer();
  private BatchTransformer transformer;

  /** As Lambda makes it, by its environment. */
  public TransformHandler() {
    this(
        System.getenv(),
        new EmbeddedMetrics(
            Clock.systemUTC(), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    Core.getGlobalContext().register(this);
  }

  /** By a given environment, such as a test's. */
  public TransformHandler(Map<String, String> environment, Metrics metrics) {
    this(settings(environment), new SecretsExtension(environment)::key, metrics);
  }

  private TransformHandler(
      TransformSettings settings, Function<String, byte[]> keys, Metrics metrics) {
    this.settings = settings;
    this.keys = keys;
    this.metrics = new TransformMetrics(metrics, settings.destination().name());
    this.transformer = settings.transformer(keys);
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

  /**
   * Sends sample batches all the way, so that a restored function has its classes loaded and its
   * code compiled. Another handler does it, with a key of no meaning and metrics that go nowhere:
   * nothing of it is left in this one.
   */
  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
    Metrics nowhere =
        new EmbeddedMetrics(
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    TransformHandler sample = new TransformHandler(settings, where -> SampleBatch.key(), nowhere);
    byte[] batch = SampleBatch.of(settings.orgs());
    for (int round = 0; round < SAMPLES; round++) {
      sample.transform(new ByteArrayInputStream(batch), OutputStream.nullOutputStream());
    }
  }

  /** A snapshot may be restored much later: whatever key was known is fetched again. */
  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {
    transformer = settings.transformer(keys);
  }

  private static TransformSettings settings(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(SETTINGS))
        .map(SettingsJson::read)
        .orElseThrow(
            () ->
                new IllegalStateException("Cannot transform events: " + SETTINGS + " is not set"));
  }
}
