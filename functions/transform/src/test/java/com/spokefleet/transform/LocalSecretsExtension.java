package com.spokefleet.transform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as the AWS Parameters and Secrets Lambda extension does, to who has the token. */
final class LocalSecretsExtension implements AutoCloseable {
  private final HttpServer server;
  private final String token;
  private volatile String secret;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  LocalSecretsExtension(String token, String secret) throws IOException {
    this.token = token;
    this.secret = secret;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/secretsmanager/get", this::answer);
    server.start();
  }

  String port() {
    return Integer.toString(server.getAddress().getPort());
  }

  /** From now on the secret is another. */
  void rotate(String next) {
    secret = next;
  }

  /** The queries, in order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().getRawQuery());
    boolean known =
        token.equals(exchange.getRequestHeaders().getFirst("X-Aws-Parameters-Secrets-Token"));
    byte[] body =
        (known ? "{\"ARN\":\"arn\",\"SecretString\":\"" + secret + "\"}" : "bad token")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(known ? 200 : 400, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
