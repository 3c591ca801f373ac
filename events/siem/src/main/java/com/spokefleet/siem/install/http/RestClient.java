package com.spokefleet.siem.install.http;

import com.spokefleet.siem.install.InstallException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;

/**
 * Sends requests until they are answered. Refused for too many requests, or never connected: sent
 * again. Failed or silent: sent again if that is harmless, else the outcome is unknown, which is
 * left to the caller. Neither headers nor bodies ever get into a message.
 */
public final class RestClient {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 5;
  private static final int TOO_MANY_REQUESTS = 429;

  private final HttpClient client;
  private final URI base;
  private final Supplier<Map<String, String>> headers;
  private final RandomGenerator random;
  private final Pause pause;

  /**
   * @param base scheme, host and port
   * @param headers such as keys, asked for with each request
   */
  public RestClient(
      HttpClient client,
      URI base,
      Supplier<Map<String, String>> headers,
      RandomGenerator random,
      Pause pause) {
    this.client = client;
    this.base = base;
    this.headers = headers;
    this.random = random;
    this.pause = pause;
  }

  /** Without redirects, which could carry keys elsewhere. */
  public static HttpClient newClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_WITHIN)
        .build();
  }

  private sealed interface Answer {
    record Answered(RestReply reply, OptionalLong waitSeconds) implements Answer {}

    record Unreached(String reason) implements Answer {}

    record Silence(String reason) implements Answer {}
  }

  /**
   * The answer, whatever its status is, save those that say to come again.
   *
   * @throws UnknownOutcomeException if the request may have been carried out and must not be sent
   *     again
   * @throws UnansweredException if there is no answer after several attempts
   */
  public RestReply send(RestRequest request) {
    String reason = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      OptionalLong wait = OptionalLong.empty();
      switch (once(request)) {
        case Answer.Unreached unreached -> reason = unreached.reason();
        case Answer.Silence silence -> {
          reason = silence.reason();
          refuseToRepeat(request, reason);
        }
        case Answer.Answered answered -> {
          int status = answered.reply().status();
          if (status < 500 && status != TOO_MANY_REQUESTS) {
            return answered.reply();
          }
          reason = base.getAuthority() + " answered " + status;
          wait = answered.waitSeconds();
          if (status >= 500) {
            refuseToRepeat(request, reason);
          }
        }
      }
      if (attempt < ATTEMPTS) {
        rest(request, attempt, wait);
      }
    }
    throw new UnansweredException(
        "Cannot %s: %s, %d times".formatted(request.purpose(), reason, ATTEMPTS));
  }

  private static void refuseToRepeat(RestRequest request, String reason) {
    if (!request.repeatable()) {
      throw new UnknownOutcomeException("Cannot %s: %s".formatted(request.purpose(), reason));
    }
  }

  private void rest(RestRequest request, int attempt, OptionalLong told) {
    long most = Math.min(1000L << Math.min(attempt - 1, 10), LONGEST_PAUSE.toMillis());
    Duration time =
        told.isPresent()
            ? Duration.ofSeconds(Math.clamp(told.getAsLong(), 1, LONGEST_PAUSE.toSeconds()))
            : Duration.ofMillis(most - random.nextLong(most / 2 + 1));
    try {
      pause.sleep(time);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InstallException("Cannot " + request.purpose() + ": interrupted", interrupted);
    }
  }

  private Answer once(RestRequest request) {
    HttpRequest.BodyPublisher body =
        request.body().isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(request.body());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(base.resolve(request.path()))
            .timeout(ANSWER_WITHIN)
            .method(request.method(), body)
            .header("Content-Type", request.contentType())
            .header("Accept", "application/json");
    headers.get().forEach(builder::header);
    String host = base.getAuthority();
    try {
      HttpResponse<byte[]> response =
          client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer.Answered(
          new RestReply(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8)),
          waitSeconds(response));
    } catch (SSLException untrusted) {
      throw new InstallException(
          "Cannot %s: no trusted connection to %s; is its certificate known to this machine's Java?"
              .formatted(request.purpose(), host),
          untrusted);
    } catch (ConnectException
        | HttpConnectTimeoutException
        | UnknownHostException
        | UnresolvedAddressException unreached) {
      return new Answer.Unreached(host + " cannot be reached");
    } catch (IOException broken) {
      return new Answer.Silence(
          host + " did not answer (" + broken.getClass().getSimpleName() + ")");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InstallException("Cannot " + request.purpose() + ": interrupted", interrupted);
    }
  }

  /** Datadog tells in seconds when its limit is reset; others use the header of HTTP. */
  private static OptionalLong waitSeconds(HttpResponse<byte[]> response) {
    return response
        .headers()
        .firstValue("X-RateLimit-Reset")
        .or(() -> response.headers().firstValue("Retry-After"))
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> OptionalLong.of(Long.parseLong(text)))
        .orElseGet(OptionalLong::empty);
  }
}
