package com.spokefleet.genesys.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What a {@link ScriptedServer} does with one request. */
@FunctionalInterface
public interface Reply {
  void answer(HttpExchange exchange) throws IOException, InterruptedException;

  static Reply json(String body) {
    return status(200, Map.of("Content-Type", "application/json"), body);
  }

  static Reply status(int status, String body) {
    return status(status, Map.of(), body);
  }

  static Reply status(int status, Map<String, String> headers, String body) {
    return exchange -> {
      headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Promises more bytes than it sends, then closes the connection. */
  static Reply resetAfter(String partOfBody) {
    return exchange -> {
      byte[] bytes = partOfBody.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length + 1_000L);
      exchange.getResponseBody().write(bytes);
      exchange.getResponseBody().flush();
    };
  }

  /** Sends headers and the first byte, and nothing more until released. */
  static Reply stalled(CountDownLatch released) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 2);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      released.await();
    };
  }
}
