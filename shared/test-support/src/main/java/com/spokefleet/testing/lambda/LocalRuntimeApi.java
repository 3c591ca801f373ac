package com.spokefleet.testing.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The side of Lambda that a runtime talks to (its Runtime API, version 2018-06-01): hands out
 * invocations, takes the answers, and notes when the function said what. Serves one process.
 */
public final class LocalRuntimeApi implements AutoCloseable {
  private static final String VERSION = "/2018-06-01/runtime/";
  private static final String ARN = "arn:aws:lambda:eu-central-1:111122223333:function:local";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Duration timeout;
  private final Clock clock;
  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Moment> moments = new LinkedBlockingQueue<>();
  private final CountDownLatch restored = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();

  /**
   * @param timeout of the function, as its context tells it
   * @param clock that the function runs by, which is the real one
   */
  public LocalRuntimeApi(Duration timeout, Clock clock) throws IOException {
    this.timeout = timeout;
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(VERSION, this::answer);
    server.start();
  }

  /** Host and port, as AWS_LAMBDA_RUNTIME_API tells a function. */
  public String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** The function gets this event as soon as it asks for work. */
  public void invoke(byte[] event) {
    events.add(event.clone());
  }

  /** A function that waits at its checkpoint goes on, as from a snapshot. */
  public void restore() {
    restored.countDown();
  }

  /** The next thing that the function says; fails if it says nothing for so long. */
  public Moment next(Duration patience) throws IOException {
    try {
      Moment moment = moments.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (moment == null) {
        throw new IOException("The function said nothing for " + patience.toSeconds() + " s");
      }
      return moment;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while a function ran", interrupted);
    }
  }

  void ended(int exitCode) {
    note(Moment.Kind.ENDED, Integer.toString(exitCode).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(VERSION.length());
    byte[] body = exchange.getRequestBody().readAllBytes();
    try (exchange) {
      switch (path) {
        case "invocation/next" -> handOut(exchange, body);
        case "restore/next" -> {
          note(Moment.Kind.CHECKPOINTED, body);
          restored.await();
          exchange.sendResponseHeaders(200, -1);
        }
        case "init/error", "restore/error" -> accept(exchange, Moment.Kind.INIT_FAILED, body);
        case String other when other.endsWith("/response") ->
            accept(exchange, Moment.Kind.ANSWERED, body);
        case String other when other.endsWith("/error") ->
            accept(exchange, Moment.Kind.FAILED, body);
        case String _ -> exchange.sendResponseHeaders(404, -1);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void handOut(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    note(Moment.Kind.READY, body);
    byte[] event = events.take();
    long deadline = clock.millis() + timeout.toMillis();
    exchange
        .getResponseHeaders()
        .add("Lambda-Runtime-Aws-Request-Id", "request-" + requests.incrementAndGet());
    exchange.getResponseHeaders().add("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
    exchange.getResponseHeaders().add("Lambda-Runtime-Invoked-Function-Arn", ARN);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, event.length == 0 ? -1 : event.length);
    exchange.getResponseBody().write(event);
  }

  private void accept(HttpExchange exchange, Moment.Kind kind, byte[] body) throws IOException {
    note(kind, body);
    exchange.sendResponseHeaders(202, -1);
  }

  private void note(Moment.Kind kind, byte[] body) {
    moments.add(new Moment(kind, System.nanoTime(), body));
  }
}
