package com.spokefleet.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A double of Secrets Manager that speaks its JSON protocol: CreateSecret, PutSecretValue and
 * GetSecretValue of text and binary secrets by name. The same tests run against LocalStack.
 */
public final class EmbeddedSecretsManager implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();

  /** What a value is made of; the rest of a request is ignored. */
  private static final Set<String> VALUE = Set.of("SecretString", "SecretBinary");

  private final HttpServer server;
  private final Map<String, Map<String, String>> valuesByName = new ConcurrentHashMap<>();

  public EmbeddedSecretsManager() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> request = read(exchange.getRequestBody());
      switch (exchange.getRequestHeaders().getFirst("X-Amz-Target")) {
        case "secretsmanager.CreateSecret" ->
            store(exchange, request.getOrDefault("Name", ""), request);
        case "secretsmanager.PutSecretValue" ->
            store(exchange, request.getOrDefault("SecretId", ""), request);
        case "secretsmanager.GetSecretValue" ->
            load(exchange, request.getOrDefault("SecretId", ""));
        case String other ->
            answer(
                exchange,
                400,
                Map.of("__type", "InvalidRequestException", "Message", "No " + other));
      }
    }
  }

  private void store(HttpExchange exchange, String name, Map<String, String> request)
      throws IOException {
    Map<String, String> value = new HashMap<>(request);
    value.keySet().retainAll(VALUE);
    valuesByName.put(name, value);
    answer(exchange, 200, Map.of("Name", name));
  }

  private void load(HttpExchange exchange, String name) throws IOException {
    Map<String, String> value = valuesByName.get(name);
    if (value == null) {
      answer(
          exchange,
          400,
          Map.of(
              "__type",
              "ResourceNotFoundException",
              "Message",
              "Secrets Manager can't find the specified secret."));
      return;
    }
    Map<String, String> response = new HashMap<>(value);
    response.put("Name", name);
    answer(exchange, 200, response);
  }

  private static Map<String, String> read(InputStream body) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = JSON.createParser(body)) {
      parser.nextToken();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        if (parser.nextToken() == JsonToken.VALUE_STRING) {
          fields.put(name, parser.getText());
        } else {
          parser.skipChildren();
        }
      }
    }
    return fields;
  }

  private static void answer(HttpExchange exchange, int status, Map<String, String> fields)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (JsonGenerator generator = JSON.createGenerator(body)) {
      generator.writeStartObject();
      for (Map.Entry<String, String> field : fields.entrySet()) {
        generator.writeStringField(field.getKey(), field.getValue());
      }
      generator.writeEndObject();
    }
    exchange.getResponseHeaders().set("content-type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, body.size());
    body.writeTo(exchange.getResponseBody());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
