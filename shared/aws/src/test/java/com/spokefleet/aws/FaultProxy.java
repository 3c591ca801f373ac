package com.spokefleet.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and a server on the loopback interface and does to the next requests what
 * the script says; without a script it only passes on. Writes pass one at a time.
 */
final class FaultProxy implements AutoCloseable {
  /** The JDK's client sets these itself and refuses to be told. */
  private static final Set<String> SET_BY_CLIENT =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private static final Set<String> SET_BY_SERVER =
      Set.of("connection", "date", "transfer-encoding", "content-length");

  private final URI upstream;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Queue<Fault> script = new ConcurrentLinkedQueue<>();
  private final List<String> methods = new CopyOnWriteArrayList<>();
  private final ReentrantLock oneWriteAtATime = new ReentrantLock();

  FaultProxy(URI upstream) throws IOException {
    this.upstream = upstream;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The faults of the next requests, one each; {@link Fault.None} lets a request through. */
  void next(Fault... faults) {
    script.addAll(List.of(faults));
  }

  /** The methods of all requests that arrived here, in order. */
  List<String> methods() {
    return List.copyOf(methods);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      methods.add(exchange.getRequestMethod());
      byte[] body = exchange.getRequestBody().readAllBytes();
      @Nullable Fault fault = script.poll();
      switch (fault == null ? new Fault.None() : fault) {
        case Fault.None() -> answer(exchange, forward(exchange, body));
        case Fault.LoseRequest() -> {}
        case Fault.LoseAnswer(Runnable deed) -> {
          forward(exchange, body);
          deed.run();
        }
        case Fault.CutAnswer() -> answerHalf(exchange, forward(exchange, body));
        case Fault.DamageAnswer() -> answerDamaged(exchange, forward(exchange, body));
        case Fault.Refuse(int status, String type, String text) ->
            refuse(exchange, status, type, text);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(upstream.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      if (!SET_BY_CLIENT.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        header.getValue().forEach(value -> request.header(header.getKey(), value));
      }
    }
    if (exchange.getRequestMethod().equals("GET") || exchange.getRequestMethod().equals("HEAD")) {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    }
    oneWriteAtATime.lock();
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } finally {
      oneWriteAtATime.unlock();
    }
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    sendHead(exchange, response);
    exchange.getResponseBody().write(response.body());
  }

  private static void answerHalf(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    sendHead(exchange, response);
    exchange.getResponseBody().write(response.body(), 0, response.body().length / 2);
    exchange.getResponseBody().flush();
  }

  private static void answerDamaged(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    byte[] body = response.body().clone();
    exchange
        .getResponseHeaders()
        .set("x-amz-checksum-sha256", ContentDigest.sha256Base64(new ByteArrayInputStream(body)));
    body[body.length - 1] ^= 1;
    sendHead(exchange, response);
    exchange.getResponseBody().write(body);
  }

  private static void sendHead(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    for (Map.Entry<String, List<String>> header : response.headers().map().entrySet()) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      if (!SET_BY_SERVER.contains(header.getKey()) || head) {
        exchange.getResponseHeaders().put(header.getKey(), header.getValue());
      }
    }
    int length = response.body().length;
    exchange.sendResponseHeaders(response.statusCode(), length == 0 ? -1 : length);
  }

  private static void refuse(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("content-type", type);
    boolean withoutBody = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(status, withoutBody ? -1 : body.length);
    if (!withoutBody) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    client.close();
  }
}
