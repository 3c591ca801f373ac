package com.spokefleet.genesys.http;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What the client needs of the outer world. All parts must be safe for use by many threads. */
public record HttpRuntime(
    HttpClient client,
    Clock clock,
    Sleeper sleeper,
    RandomGenerator random,
    RequestObserver observer) {
  public HttpRuntime {
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException(
          "Cannot use an HTTP client that follows redirects: the token would go along");
    }
  }

  /** An HTTP/1.1 client that follows no redirect. */
  public static HttpClient newClient(Duration connectTimeout) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout)
        .build();
  }
}
