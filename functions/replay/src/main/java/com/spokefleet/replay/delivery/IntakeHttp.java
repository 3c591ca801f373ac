package com.spokefleet.replay.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
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

/** Posts bodies, and tells an answer from silence. */
public final class IntakeHttp {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  private final HttpClient client;

  public IntakeHttp(HttpClient client) {
    this.client = client;
  }

  /** With cookies, by which load balancers keep a channel on one indexer; without redirects. */
  public static HttpClient newClient() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .cookieHandler(new CookieManager())
        .connectTimeout(CONNECT_WITHIN)
        .build();
  }

  /** What came back. */
  sealed interface Answer {
    record Answered(int status, String body) implements Answer {}

    /** The other side was never reached. */
    record Unreached(String reason) implements Answer {}

    /** The body was sent, at least in part, and nothing came back. */
    record Silence(String reason) implements Answer {}
  }

  Answer post(URI address, Map<String, String> headers, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER_WITHIN)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer.Answered(
          response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
    } catch (ConnectException
        | HttpConnectTimeoutException
        | UnknownHostException
        | UnresolvedAddressException unreached) {
      return new Answer.Unreached(address.getAuthority() + " cannot be reached");
    } catch (IOException broken) {
      return new Answer.Silence(
          address.getAuthority() + " did not answer (" + broken.getClass().getSimpleName() + ")");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Answer.Silence("interrupted");
    }
  }
}
