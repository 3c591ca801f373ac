package com.spokefleet.testing.stream.intake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** An HTTP server on a free loopback port that hands whole requests to one function. */
public final class LoopbackServer implements AutoCloseable {
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private LoopbackServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Serves at once.
   *
   * @param what names the server in errors
   */
  public static LoopbackServer start(String what, Function<Request, Reply> answer) {
    if (System.getProperty(NO_DELAY) == null) {
      // Else each answer on a kept connection waits for the acknowledgement of the one before.
      System.setProperty(NO_DELAY, "true");
    }
    try {
      LoopbackServer started =
          new LoopbackServer(
              HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      started.server.createContext("/", exchange -> handle(exchange, answer));
      started.server.setExecutor(started.threads);
      started.server.start();
      return started;
    } catch (IOException failure) {
      throw new UncheckedIOException("Cannot start " + what, failure);
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void handle(HttpExchange exchange, Function<Request, Reply> answer)
      throws IOException {
    try (exchange) {
      Reply reply;
      try {
        reply = answer.apply(read(exchange));
      } catch (IOException | RuntimeException failure) {
        // A fake that fails says so where its test looks first.
        reply = Reply.json(400, "{\"errorMessage\":\"%s\"}".formatted(failure));
      }
      if (reply.status() == Reply.NONE.status()) {
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", reply.contentType());
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(
          reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      if (reply.body().length > 0) {
        exchange.getResponseBody().write(reply.body());
      }
    }
  }

  private static Request read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if ("gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
        body = gzip.readAllBytes();
      }
    }
    String query = exchange.getRequestURI().getRawQuery();
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        query == null ? "" : query,
        exchange.getRequestHeaders(),
        body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
