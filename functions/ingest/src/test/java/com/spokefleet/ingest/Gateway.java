package com.spokefleet.ingest;

import com.spokefleet.testing.FakeOrg;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between a function and its fake org, as the proxies of real networks do, and may change
 * what comes back: for damage that the fake's own fault plan has no word for.
 */
final class Gateway implements AutoCloseable {
  private static final Set<String> FORWARDED = Set.of("authorization", "content-type");

  private final URI upstream;
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Tamper tamper = (path, request, answer) -> answer;

  /** What the function gets. */
  record Answer(int status, String contentType, byte[] body) {
    Answer with(String type, String text) {
      return new Answer(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  /** Decides what becomes of an answer to a request of this path and body. */
  interface Tamper {
    Answer change(String path, String request, Answer answer);
  }

  private Gateway(URI upstream) throws IOException {
    this.upstream = upstream;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Puts a gateway before the org; its function uses it from its next cold start. */
  static Gateway before(SmallFleet fleet, String org) {
    FakeOrg fake = fleet.org(org);
    try {
      Gateway gateway = new Gateway(fake.api());
      fleet.rewriteFleet(yaml -> yaml.replace(fake.api().toString(), gateway.address()));
      return gateway;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String address() {
    return "http://"
        + InetAddress.getLoopbackAddress().getHostAddress()
        + ":"
        + server.getAddress().getPort();
  }

  void tamper(Tamper change) {
    tamper = change;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      HttpResponse<byte[]> response = forward(exchange, request);
      Answer answer =
          tamper.change(
              exchange.getRequestURI().getPath(),
              new String(request, StandardCharsets.UTF_8),
              new Answer(
                  response.statusCode(),
                  response.headers().firstValue("Content-Type").orElse("application/json"),
                  response.body()));
      response
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (name.startsWith("inin-") || name.equals("retry-after")) {
                  exchange.getResponseHeaders().set(name, values.getFirst());
                }
              });
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(upstream.resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, values.getFirst());
              }
            });
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }
}
