package com.spokefleet.genesys.status;

import com.spokefleet.config.StatusPage;
import com.spokefleet.genesys.http.BoundedBody;
import com.spokefleet.genesys.http.HttpRuntime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks the public status page how a region is doing: one request, no retry, no token, no redirect.
 * Beside the org's own requests it counts against nobody's limit. Thread-safe.
 */
public final class StatusPageClient {
  /** For the whole answer; a run must not wait for a page. */
  public static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** Every component of every region takes some 200 KB. */
  private static final int MAXIMUM_BYTES = 4 << 20;

  private static final String PATH = "/api/v2/summary.json";
  private static final int OK = 200;

  private final HttpClient client;
  private final Clock clock;
  private final StatusPage page;
  private final StatusSummaryDecoder decoder = new StatusSummaryDecoder();

  public StatusPageClient(StatusPage page, HttpRuntime runtime) {
    this.page = page;
    this.client = runtime.client();
    this.clock = runtime.clock();
  }

  /**
   * Ends within {@link #TIMEOUT} and never in a failure: whatever goes wrong is {@link
   * RegionState#UNKNOWN} and its reason.
   */
  public CompletableFuture<RegionStatus> ask() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(page.address() + PATH))
            .header("Accept", "application/json")
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BoundedBody.handler(MAXIMUM_BYTES));
    CompletableFuture<RegionStatus> status =
        answer
            .handle(this::judged)
            // Not even a defect of ours may end the run that asks.
            .exceptionally(defect -> unread(String.valueOf(defect)))
            .completeOnTimeout(
                unread("no whole answer within " + TIMEOUT.toSeconds() + " s"),
                TIMEOUT.toMillis(),
                TimeUnit.MILLISECONDS);
    return status.whenComplete((unused, failure) -> answer.cancel(true));
  }

  private RegionStatus judged(
      @Nullable HttpResponse<byte[]> response, @Nullable Throwable failure) {
    if (response == null) {
      Throwable cause =
          failure instanceof CompletionException wrapped && wrapped.getCause() != null
              ? wrapped.getCause()
              : failure;
      return unread(String.valueOf(cause));
    }
    if (response.statusCode() != OK) {
      return unread("HTTP " + response.statusCode());
    }
    try {
      return decoder.decode(response.body()).of(page.group(), clock.instant());
    } catch (StatusSummaryDecoder.UnreadableException unreadable) {
      return unread(String.valueOf(unreadable.getMessage()));
    } catch (IOException malformed) {
      // Its message would quote the answer.
      return unread("the JSON is malformed or cut short");
    }
  }

  private RegionStatus unread(String reason) {
    return RegionStatus.unknown("Cannot read " + page.address() + PATH + ": " + reason);
  }
}
