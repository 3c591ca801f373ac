package com.spokefleet.testing.stream.firehose;

import com.spokefleet.testing.VirtualClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Posts over real HTTP, and waits no longer than three minutes of the virtual clock. */
public final class HttpSender implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration REAL_PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final VirtualClock clock;

  public HttpSender(VirtualClock clock) {
    this.clock = clock;
  }

  /** What came back. */
  sealed interface Answer {
    record Answered(int status, String contentType, String body) implements Answer {}

    /** The connection broke, or never was. */
    record Silence(String why) implements Answer {}

    record TooLate() implements Answer {}
  }

  Instant now() {
    return clock.instant();
  }

  Answer post(URI address, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(REAL_PATIENCE)
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    Instant sent = clock.instant();
    try {
      HttpResponse<String> response =
          client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return Duration.between(sent, clock.instant()).compareTo(PATIENCE) > 0
          ? new Answer.TooLate()
          : new Answer.Answered(
              response.statusCode(),
              response.headers().firstValue("Content-Type").orElse(""),
              response.body());
    } catch (IOException failure) {
      return new Answer.Silence(String.valueOf(failure.getMessage()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Answer.Silence("interrupted");
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
