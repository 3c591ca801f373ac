package com.spokefleet.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands for all of AWS in every region, and knows nothing: S3 lists no object, DynamoDB has no
 * item, Secrets Manager no secret. Notes who was asked for what, and for which region the request
 * was signed. As long as it is open, new clients of this process find it.
 */
final class AwsRecorder implements AutoCloseable {
  /** SigV4: Credential=key/date/region/service/aws4_request. */
  private static final Pattern SCOPE =
      Pattern.compile("Credential=[^/]+/\\d{8}/([^/]+)/([^/]+)/aws4_request");

  private static final Pattern NAME = Pattern.compile("\"(?:TableName|SecretId)\":\"([^\"]+)\"");

  private final HttpServer server;
  private final AwsAt clients;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  AwsRecorder() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    clients = new AwsAt(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  /** Service, region and what was wanted, in order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Matcher scope = SCOPE.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
      if (!scope.find()) {
        throw new IOException("unsigned: " + exchange.getRequestURI());
      }
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      Matcher name = NAME.matcher(body);
      asked.add(
          "%s %s %s %s"
              .formatted(
                  scope.group(2),
                  scope.group(1),
                  target == null ? exchange.getRequestMethod() : target,
                  name.find() ? name.group(1) : exchange.getRequestURI()));
      byte[] answer =
          (target == null
                  ? "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>"
                  : "{}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @Override
  public void close() {
    clients.close();
    server.stop(0);
  }
}
