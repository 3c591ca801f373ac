package com.spokefleet.infra.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.aws.AwsEndpoints;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The AWS that one function sees: lets through what its role may and answers the rest as AWS does
 * what is denied. Answers for Firehose and EventBridge itself. Keeps what was asked.
 */
final class AwsGate implements AutoCloseable {
  private static final Set<String> SET_BY_CLIENT =
      Set.of("connection", "content-length", "expect", "host", "upgrade");
  private static final Set<String> SET_BY_SERVER =
      Set.of("connection", "date", "transfer-encoding", "content-length");

  private final AwsEndpoints aws;
  private final Principal principal;
  private final AccessControl control;
  private final NeededAccess needed;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<AccessRequest> asked = new CopyOnWriteArrayList<>();
  private final List<String> denied = new CopyOnWriteArrayList<>();
  private final List<String> streamed = new CopyOnWriteArrayList<>();
  private final List<JsonNode> told = new CopyOnWriteArrayList<>();

  AwsGate(AwsEndpoints aws, Principal principal, List<DeployedStack> stacks) throws IOException {
    this.aws = aws;
    this.principal = principal;
    this.control = new AccessControl(stacks);
    this.needed = new NeededAccess(stacks);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Everything that was asked for, denied or not. */
  List<AccessRequest> asked() {
    return List.copyOf(asked);
  }

  /** What was denied, and why. */
  List<String> denied() {
    return List.copyOf(denied);
  }

  /** Records that were put on streams. */
  List<String> streamed() {
    return List.copyOf(streamed);
  }

  /** Events that were put on buses. */
  List<JsonNode> told() {
    return List.copyOf(told);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      AwsCall call = AwsCall.of(exchange);
      Optional<String> denial = denial(call);
      if (denial.isPresent()) {
        denied.add(denial.get());
        answer(
            exchange,
            403,
            call.service().equals("s3")
                ? "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>"
                : "{\"__type\":\"AccessDeniedException\",\"message\":\"denied\"}");
        return;
      }
      switch (call.service()) {
        case "s3" -> forward(exchange, call, aws.s3());
        case "dynamodb" -> forward(exchange, call, aws.dynamoDb());
        case "secretsmanager" -> forward(exchange, call, aws.secretsManager());
        case "firehose" -> takeRecords(exchange, call);
        default -> takeEvents(exchange, call);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<String> denial(AwsCall call) {
    try {
      List<AccessRequest> requests = needed.of(call);
      asked.addAll(requests);
      return requests.stream()
          .flatMap(request -> control.denial(principal, request).stream())
          .findFirst();
    } catch (IOException | NoSuchElementException unexpected) {
      return Optional.of(String.valueOf(unexpected.getMessage()));
    }
  }

  private void takeRecords(HttpExchange exchange, AwsCall call) throws IOException {
    StringBuilder replies = new StringBuilder();
    for (JsonNode record : call.json().path("Records")) {
      streamed.add(
          new String(
              Base64.getDecoder().decode(record.path("Data").asText()), StandardCharsets.UTF_8));
      replies.append(replies.isEmpty() ? "" : ",").append("{\"RecordId\":\"1\"}");
    }
    answer(exchange, 200, "{\"FailedPutCount\":0,\"RequestResponses\":[%s]}".formatted(replies));
  }

  private void takeEvents(HttpExchange exchange, AwsCall call) throws IOException {
    StringBuilder replies = new StringBuilder();
    for (JsonNode entry : call.json().path("Entries")) {
      told.add(entry);
      replies.append(replies.isEmpty() ? "" : ",").append("{\"EventId\":\"1\"}");
    }
    answer(exchange, 200, "{\"FailedEntryCount\":0,\"Entries\":[%s]}".formatted(replies));
  }

  private void forward(HttpExchange exchange, AwsCall call, URI upstream)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(upstream.resolve(exchange.getRequestURI()))
            .method(call.method(), BodyPublishers.ofByteArray(call.body()));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
    boolean head = call.method().equals("HEAD");
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (head || !SET_BY_SERVER.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    int length = response.body().length;
    exchange.sendResponseHeaders(response.statusCode(), length == 0 ? -1 : length);
    exchange.getResponseBody().write(response.body());
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange
        .getResponseHeaders()
        .set(
            "content-type",
            text.startsWith("<") ? "application/xml" : "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
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
