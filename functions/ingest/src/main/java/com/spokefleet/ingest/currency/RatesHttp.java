package com.spokefleet.ingest.currency;

import com.spokefleet.genesys.http.BoundedBody;
import com.spokefleet.genesys.http.Deadline;
import com.spokefleet.ingest.IngestException;
import com.spokefleet.telemetry.FailureKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a source's answer: once, for the next run is the retry; bounded in time and size; without
 * following redirects, so that only the address in fleet.yaml is ever asked.
 */
public final class RatesHttp {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** All reference rates since 1999 are about 7 MB. */
  private static final int MAXIMUM_BYTES = 32 << 20;

  private static final int OK = 200;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int FIRST_SERVER_ERROR = 500;

  private final HttpClient client;

  public RatesHttp(HttpClient client) {
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("Cannot use an HTTP client that follows redirects");
    }
    this.client = client;
  }

  /**
   * @param purpose names the answer in a failure: "Cannot get …"
   */
  byte[] get(URI address, String purpose, Deadline deadline) {
    return get(address, Map.of(), purpose, deadline);
  }

  /**
   * @param headers sent to this address and, as redirects are not followed, to no other
   */
  byte[] get(URI address, Map<String, String> headers, String purpose, Deadline deadline) {
    Duration left = deadline.remaining();
    Duration timeout = LONGEST.compareTo(left) < 0 ? LONGEST : left;
    if (timeout.isZero()) {
      throw failure(FailureKind.DEADLINE, purpose, "no time is left", null);
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
    headers.forEach(request::header);
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), BoundedBody.handler(MAXIMUM_BYTES));
    try {
      HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != OK) {
        throw failure(kind(response.statusCode()), purpose, "HTTP " + response.statusCode(), null);
      }
      return response.body();
    } catch (TimeoutException slow) {
      answer.cancel(true);
      throw failure(FailureKind.RETRYABLE, purpose, "no whole answer within " + timeout, slow);
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw failure(FailureKind.DEADLINE, purpose, "the run was interrupted", interrupted);
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      boolean tooLarge = cause instanceof BoundedBody.TooLargeException;
      throw failure(
          tooLarge ? FailureKind.BAD_DATA : FailureKind.RETRYABLE,
          purpose,
          String.valueOf(cause),
          cause);
    }
  }

  private static FailureKind kind(int status) {
    if (status == TOO_MANY_REQUESTS) {
      return FailureKind.THROTTLED;
    }
    return status >= FIRST_SERVER_ERROR ? FailureKind.RETRYABLE : FailureKind.PERMANENT;
  }

  static IngestException failure(
      FailureKind kind, String purpose, String reason, @Nullable Throwable cause) {
    return new IngestException(kind, "Cannot get " + purpose + ": " + reason, cause);
  }
}
