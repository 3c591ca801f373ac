package com.spokefleet.benchmark.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The side of Lambda that a runtime talks to: hands out one invocation, takes the answer, notes
 * when. What is said after that waits for ever, as in a function that is not called.
 */
final class LocalRuntimeApi implements AutoCloseable {
  /** Nanoseconds at which something happened, and what came with it. */
  record Moment(String what, long nanos, byte[] body) {}

  private static final String VERSION = "/2018-06-01/runtime/";

  private final HttpServer server;
  private final byte[] event;
  private final BlockingQueue<Moment> moments = new LinkedBlockingQueue<>();
  private boolean handedOut;

  LocalRuntimeApi(byte[] event) throws IOException {
    this.event = event;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(VERSION, this::answer);
    server.start();
  }

  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next thing that happens. */
  Moment next() throws IOException {
    try {
      Moment moment = moments.poll(60, TimeUnit.SECONDS);
      if (moment == null) {
        throw new IOException("the function said nothing for a minute");
      }
      return moment;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring(VERSION.length());
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean asks = path.equals("invocation/next");
    moments.add(new Moment(asks ? "next" : path, System.nanoTime(), body));
    if (!asks) {
      exchange.sendResponseHeaders(202, -1);
    } else if (first()) {
      exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "request-1");
      exchange.getResponseHeaders().add("Lambda-Runtime-Deadline-Ms", "99999999999999");
      exchange
          .getResponseHeaders()
          .add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:1:function:f");
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, event.length);
      exchange.getResponseBody().write(event);
    } else {
      return;
    }
    exchange.close();
  }

  private synchronized boolean first() {
    boolean first = !handedOut;
    handedOut = true;
    return first;
  }
}
