package com.spokefleet.replay.delivery;

import com.spokefleet.replay.delivery.IntakeHttp.Answer;
import com.spokefleet.replay.record.Outgoing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Splunk's event collector with indexer acknowledgement, as Firehose uses it: envelopes one after
 * the other, a channel of our own, and a body counts as delivered when the indexers say so.
 */
public final class SplunkIntake implements Intake {
  /** One wrong envelope spoils a body, and a body is what may be in doubt: so none is large. */
  private static final ChunkLimits LIMITS = new ChunkLimits(500, 1024 * 1024);

  /** The shortest time Firehose lets an indexer have. */
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(180);

  private static final Duration ASK_EVERY = Duration.ofSeconds(2);

  private final URI events;
  private final URI acknowledgements;
  private final Supplier<String> token;
  private final IntakeHttp http;
  private final String channel;
  private final Clock clock;
  private final Retry retry;

  /**
   * @param endpoint scheme, host and port, as in fleet.yaml
   * @param token read for each request, so that a rotated one is used
   */
  public SplunkIntake(
      URI endpoint,
      Supplier<String> token,
      UUID channel,
      IntakeHttp http,
      Clock clock,
      Retry retry) {
    this.events = endpoint.resolve("/services/collector/event");
    this.acknowledgements = endpoint.resolve("/services/collector/ack");
    this.token = token;
    this.channel = channel.toString();
    this.http = http;
    this.clock = clock;
    this.retry = retry;
  }

  @Override
  public ChunkLimits limits() {
    return LIMITS;
  }

  @Override
  public Verdict send(List<Outgoing> chunk) {
    return switch (post(events, Bodies.joined(chunk, "", "\n", "\n"))) {
      case Answer.Unreached unreached -> new Verdict.Busy(unreached.reason());
      case Answer.Silence silence -> new Verdict.Doubtful(silence.reason());
      case Answer.Answered answered when answered.status() == 200 ->
          HecAnswer.acknowledgement(answered.body())
              .map(this::acknowledged)
              .orElseGet(
                  () ->
                      new Verdict.Unusable(
                          Outcome.Kind.UNKNOWN,
                          "its token has no indexer acknowledgement, so that nobody knows what"
                              + " arrives; turn it on"));
      case Answer.Answered answered -> judge(answered);
    };
  }

  private Verdict judge(Answer.Answered answered) {
    String reason = Bodies.quoted(answered.status(), answered.body());
    if (answered.status() == 413) {
      return new Verdict.Refused(reason);
    }
    if (answered.status() == 429 || answered.status() == 503) {
      return new Verdict.Busy(reason);
    }
    if (answered.status() >= 500) {
      return new Verdict.Doubtful(reason);
    }
    OptionalLong code = HecAnswer.code(answered.body());
    boolean oneEventIsWrong =
        answered.status() == 400
            && code.isPresent()
            && HecAnswer.WRONG_EVENT.contains(code.getAsLong());
    return oneEventIsWrong ? new Verdict.Refused(reason) : new Verdict.Unusable(reason);
  }

  private Verdict acknowledged(long acknowledgement) {
    byte[] question = "{\"acks\":[%d]}".formatted(acknowledgement).getBytes(StandardCharsets.UTF_8);
    Instant deadline = clock.instant().plus(ACKNOWLEDGED_WITHIN);
    while (true) {
      if (post(acknowledgements, question) instanceof Answer.Answered answered) {
        if (HecAnswer.isAcknowledged(answered.body(), acknowledgement)) {
          return new Verdict.Accepted();
        }
        if (answered.status() == 400 || answered.status() == 401 || answered.status() == 403) {
          return new Verdict.Unusable(
              Outcome.Kind.UNKNOWN,
              "it does not tell what is indexed, "
                  + Bodies.quoted(answered.status(), answered.body()));
        }
      }
      if (!clock.instant().isBefore(deadline) || !retry.sleep(ASK_EVERY)) {
        return new Verdict.Doubtful(
            "not acknowledged within " + ACKNOWLEDGED_WITHIN.toSeconds() + " s");
      }
    }
  }

  private Answer post(URI address, byte[] body) {
    return http.post(
        address,
        Map.of("Authorization", "Splunk " + token.get(), "X-Splunk-Request-Channel", channel),
        body);
  }
}
