package com.spokefleet.genesys.http;

import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Repeats an exchange until it succeeds, fails for good, or would have to wait past the deadline.
 * Never sleeps past the deadline: it throws THROTTLED or DEADLINE with the instant to resume at.
 * Thread-safe.
 */
public final class RetryingSender {
  private final URI base;
  private final HttpSettings settings;
  private final HttpRuntime runtime;
  private final HttpTransport transport;
  private final RatePacer pacer;
  private final BackOff backOff;

  /** {@code base} has scheme and host, without trailing slash. */
  public RetryingSender(URI base, HttpSettings settings, HttpRuntime runtime) {
    this.base = base;
    this.settings = settings;
    this.runtime = runtime;
    this.transport = new HttpTransport(runtime.client(), settings.maximumResponseBytes());
    this.pacer = new RatePacer(settings.rateShare(), runtime.clock());
    this.backOff = new BackOff(settings.backOffBase(), settings.backOffCap(), runtime.random());
  }

  /**
   * The whole answer with a 2xx status and a plausible JSON body, or a {@link GenesysException}.
   */
  public GenesysResponse send(
      GenesysRequest request, Map<String, String> addedHeaders, Deadline deadline) {
    int faults = 0;
    int badAnswers = 0;
    for (int attempt = 1; ; attempt++) {
      pace(request, deadline);
      Attempt made = attempt(request, addedHeaders, deadline);
      Failure failure = made.failure();
      if (failure == null) {
        return made.answer();
      }
      boolean again =
          switch (failure.kind()) {
            case THROTTLED -> true;
            case RETRYABLE -> ++faults < settings.maximumAttempts();
            case BAD_DATA ->
                made.response() != null && ++badAnswers < settings.maximumBadDataAttempts();
            case PERMANENT, DEADLINE, UNKNOWN_OUTCOME, CONFLICT -> false;
          };
      if (!again) {
        throw giveUp(request, failure, attempt);
      }
      waitAfter(request, made, failure, attempt, deadline);
    }
  }

  /** Either an answer or the reason why there is no usable one, at times with the bad answer. */
  private record Attempt(@Nullable GenesysResponse response, @Nullable Failure failure) {
    GenesysResponse answer() {
      if (response == null) {
        throw new IllegalStateException("Cannot take the answer of a failed attempt");
      }
      return response;
    }
  }

  private Attempt attempt(
      GenesysRequest request, Map<String, String> addedHeaders, Deadline deadline) {
    Duration left = deadline.remaining();
    if (left.isZero()) {
      throw GenesysException.resumable(
          FailureKind.DEADLINE,
          "Cannot get " + request.purpose() + ": the time of this run is used up",
          now());
    }
    Duration timeout =
        left.compareTo(settings.requestTimeout()) < 0 ? left : settings.requestTimeout();
    try {
      runtime.observer().requestSent(request);
      GenesysResponse response = transport.exchange(base, request, addedHeaders, timeout);
      runtime.observer().responseReceived(request, response);
      pacer.observe(response, runtime.observer());
      return new Attempt(response, ResponseClassifier.failureOf(request, response));
    } catch (BoundedBody.TooLargeException tooLarge) {
      return failed(FailureKind.BAD_DATA, tooLarge);
    } catch (IOException fault) {
      return failed(FailureKind.RETRYABLE, fault);
    } catch (InterruptedException interrupted) {
      throw interrupted(request, interrupted);
    }
  }

  private static Attempt failed(FailureKind kind, IOException fault) {
    String explanation = fault.getClass().getSimpleName() + ": " + fault.getMessage();
    return new Attempt(null, Failure.withoutAnswer(kind, explanation, fault));
  }

  private void pace(GenesysRequest request, Deadline deadline) {
    for (Duration wait = pacer.take(); wait.isPositive(); wait = pacer.take()) {
      if (!deadline.allows(wait) || wait.compareTo(settings.longestPacing()) > 0) {
        runtime.observer().putOff(request, now().plus(wait));
        throw GenesysException.resumable(
            FailureKind.THROTTLED,
            "Cannot get %s: this token's share of the rate limit is spent for %d s, longer than this run may last"
                .formatted(request.purpose(), wait.toSeconds()),
            now().plus(wait));
      }
      runtime.observer().paced(request, wait);
      sleep(request, wait);
    }
  }

  private void waitAfter(
      GenesysRequest request, Attempt made, Failure failure, int attempt, Deadline deadline) {
    boolean throttled = failure.kind() == FailureKind.THROTTLED;
    Duration wait = askedWait(made, throttled).orElseGet(() -> backOff.after(attempt));
    if (!deadline.allows(wait)) {
      runtime.observer().putOff(request, now().plus(wait));
      FailureKind kind = throttled ? FailureKind.THROTTLED : FailureKind.DEADLINE;
      String message =
          "Cannot get %s: %s; the next attempt in %d ms would be past the deadline"
              .formatted(request.purpose(), failure.explanation(), wait.toMillis());
      throw GenesysException.from(failure, message, kind, now().plus(wait));
    }
    if (throttled) {
      runtime.observer().throttled(request, wait);
    } else {
      runtime.observer().retried(request, failure.explanation(), wait);
    }
    sleep(request, wait);
  }

  private Optional<Duration> askedWait(Attempt made, boolean throttled) {
    GenesysResponse response = made.response();
    if (response == null) {
      return Optional.empty();
    }
    Optional<Duration> asked =
        response.header("Retry-After").flatMap(value -> RetryAfter.parse(value, now()));
    return asked.isPresent() || !throttled
        ? asked
        : response.header(RatePacer.RESET).flatMap(value -> RetryAfter.parse(value, now()));
  }

  private void sleep(GenesysRequest request, Duration wait) {
    try {
      runtime.sleeper().sleep(wait);
    } catch (InterruptedException interrupted) {
      throw interrupted(request, interrupted);
    }
  }

  private static GenesysException giveUp(GenesysRequest request, Failure failure, int attempts) {
    String after = attempts == 1 ? "" : ", after " + attempts + " attempts";
    String message = "Cannot get " + request.purpose() + ": " + failure.explanation() + after;
    return GenesysException.from(failure, message, null, null);
  }

  private static GenesysException interrupted(GenesysRequest request, InterruptedException cause) {
    Thread.currentThread().interrupt();
    return GenesysException.of(
        FailureKind.RETRYABLE, "Cannot get " + request.purpose() + ": interrupted", cause);
  }

  private Instant now() {
    Clock clock = runtime.clock();
    return clock.instant();
  }
}
