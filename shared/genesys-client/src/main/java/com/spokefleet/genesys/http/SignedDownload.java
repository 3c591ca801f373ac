package com.spokefleet.genesys.http;

import com.spokefleet.telemetry.FailureKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a file by a signed address into a local file. The org's token never goes along, no
 * redirect is followed, and neither address nor content is ever part of a message: the address is
 * as good as a password while it lives. Thread-safe.
 */
public final class SignedDownload {
  /** Far more than the 50,000 audits or so that one file may hold; less than a scratch disk. */
  private static final long MOST_BYTES = 256L << 20;

  private static final int OK = 200;

  private final HttpSettings settings;
  private final HttpRuntime runtime;
  private final BackOff backOff;

  public SignedDownload(HttpSettings settings, HttpRuntime runtime) {
    this.settings = settings;
    this.runtime = runtime;
    this.backOff = new BackOff(settings.backOffBase(), settings.backOffCap(), runtime.random());
  }

  /**
   * Replaces the target's content with the file.
   *
   * @throws GenesysException of kind PERMANENT with the status where the address is refused, which
   *     a fresh address may cure
   */
  public void fetch(URI address, Path target, String purpose, Deadline deadline) {
    for (int attempt = 1; ; attempt++) {
      Failure failure = attempt(address, target, purpose, deadline);
      if (failure == null) {
        return;
      }
      String message = "Cannot download " + purpose + ": " + failure.explanation();
      if (failure.kind() != FailureKind.RETRYABLE || attempt == settings.maximumAttempts()) {
        throw GenesysException.from(failure, message, null, null);
      }
      pause(backOff.after(attempt), failure, message, deadline);
    }
  }

  private @Nullable Failure attempt(URI address, Path target, String purpose, Deadline deadline) {
    Duration left = deadline.remaining();
    if (left.isZero()) {
      throw GenesysException.resumable(
          FailureKind.DEADLINE,
          "Cannot download " + purpose + ": the time of this run is used up",
          runtime.clock().instant());
    }
    Duration timeout =
        left.compareTo(settings.requestTimeout()) < 0 ? left : settings.requestTimeout();
    HttpRequest request = HttpRequest.newBuilder(address).GET().build();
    CompletableFuture<HttpResponse<Path>> answer =
        runtime.client().sendAsync(request, BoundedBody.handler(MOST_BYTES, target));
    try {
      HttpResponse<Path> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return failureOf(response.statusCode());
    } catch (TimeoutException slow) {
      answer.cancel(true);
      return Failure.withoutAnswer(FailureKind.RETRYABLE, "no whole file within " + timeout, slow);
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw GenesysException.of(
          FailureKind.RETRYABLE, "Cannot download " + purpose + ": interrupted", interrupted);
    } catch (ExecutionException failed) {
      return failureOf(failed.getCause());
    }
  }

  private static @Nullable Failure failureOf(int status) {
    if (status == OK) {
      return null;
    }
    boolean passing = status == 408 || status == 429 || status >= 500;
    return new Failure(
        passing ? FailureKind.RETRYABLE : FailureKind.PERMANENT,
        status,
        "the store answered " + status,
        null,
        null,
        null);
  }

  private static Failure failureOf(@Nullable Throwable cause) {
    IOException fault = cause instanceof IOException io ? io : new IOException(cause);
    FailureKind kind =
        fault instanceof BoundedBody.TooLargeException
            ? FailureKind.BAD_DATA
            : FailureKind.RETRYABLE;
    return Failure.withoutAnswer(kind, fault.getClass().getSimpleName(), fault);
  }

  private void pause(Duration wait, Failure failure, String message, Deadline deadline) {
    if (!deadline.allows(wait)) {
      throw GenesysException.from(
          failure, message, FailureKind.DEADLINE, runtime.clock().instant().plus(wait));
    }
    try {
      runtime.sleeper().sleep(wait);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw GenesysException.of(FailureKind.RETRYABLE, message + ", interrupted", interrupted);
    }
  }
}
