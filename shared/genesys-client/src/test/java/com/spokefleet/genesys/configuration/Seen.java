package com.spokefleet.genesys.configuration;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A request as it arrived at the loopback org. */
public record Seen(
    String method, String path, Map<String, String> query, Headers headers, String body) {
  static Seen of(HttpExchange exchange) throws IOException {
    Map<String, String> query = new TreeMap<>();
    String text = exchange.getRequestURI().getQuery();
    if (text != null) {
      for (String pair : text.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        query.put(parts[0], parts[1]);
      }
    }
    return new Seen(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query,
        exchange.getRequestHeaders(),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  int page() {
    return Integer.parseInt(query.getOrDefault("pageNumber", "1"));
  }

  int pageSize() {
    return Integer.parseInt(query.getOrDefault("pageSize", "25"));
  }
}
