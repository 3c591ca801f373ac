package com.spokefleet.replay.delivery;

import com.spokefleet.replay.delivery.IntakeHttp.Answer;
import com.spokefleet.replay.record.Outgoing;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Datadog's logs API: an array of at most 1,000 logs and 5 MB. It takes the logs as they are, while
 * the intake for Firehose wants Firehose's own wrapping.
 */
public final class DatadogIntake implements Intake {
  private static final ChunkLimits LIMITS = new ChunkLimits(1_000, 4_900_000);

  private final URI logs;
  private final Supplier<String> key;
  private final IntakeHttp http;

  /**
   * @param endpoint such as {@code https://http-intake.logs.datadoghq.eu}
   * @param key read for each request, so that a rotated one is used
   */
  public DatadogIntake(URI endpoint, Supplier<String> key, IntakeHttp http) {
    this.logs = endpoint.resolve("/api/v2/logs");
    this.key = key;
    this.http = http;
  }

  /** Where a site takes logs. */
  public static URI endpoint(String site) {
    return URI.create("https://http-intake.logs." + site);
  }

  @Override
  public ChunkLimits limits() {
    return LIMITS;
  }

  @Override
  public Verdict send(List<Outgoing> chunk) {
    Map<String, String> headers =
        Map.of("DD-API-KEY", key.get(), "Content-Type", "application/json");
    return switch (http.post(logs, headers, Bodies.joined(chunk, "[", ",", "]"))) {
      case Answer.Unreached unreached -> new Verdict.Busy(unreached.reason());
      case Answer.Silence silence -> new Verdict.Doubtful(silence.reason());
      case Answer.Answered answered ->
          judge(answered.status(), Bodies.quoted(answered.status(), answered.body()));
    };
  }

  private static Verdict judge(int status, String reason) {
    return switch (status) {
      case 200, 202 -> new Verdict.Accepted();
      case 400, 413 -> new Verdict.Refused(reason);
      case 408, 429, 503 -> new Verdict.Busy(reason);
      default -> status >= 500 ? new Verdict.Doubtful(reason) : new Verdict.Unusable(reason);
    };
  }
}
