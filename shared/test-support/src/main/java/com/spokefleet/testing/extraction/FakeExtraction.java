package com.spokefleet.testing.extraction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * Offers files of records: a list of them, signed addresses for them, and the files. The paths and
 * the members of a file's entry are those a public program uses; the names of the lists and the
 * form of the files (gzip, one JSON record per line) are invented. Like a store of objects it
 * refuses a signed request that carries a token.
 */
public final class FakeExtraction implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/v2/analytics/dataextraction/downloads";
  private static final int PAGE = 2;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, File> files = new LinkedHashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record File(String schema, Instant createdAt, byte[] content) {}

  /** Starts serving at once. */
  public FakeExtraction() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on there is a file of these records. */
  public synchronized void publish(String schema, Instant createdAt, List<String> records)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(String.join("\n", records).getBytes(StandardCharsets.UTF_8));
    }
    files.put("file-" + files.size(), new File(schema, createdAt, bytes.toByteArray()));
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      boolean withToken = exchange.getRequestHeaders().containsKey("Authorization");
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (path.startsWith("/signed/")) {
        File file = files.get(path.substring("/signed/".length()));
        send(exchange, withToken || file == null ? 403 : 200, file == null ? body : file.content());
      } else if (!withToken) {
        send(exchange, 401, body);
      } else if (path.equals(PATH + "/metadata")) {
        send(exchange, 200, metadata(exchange.getRequestURI().getQuery()));
      } else if (path.equals(PATH + "/bulk")) {
        send(exchange, 200, links(body));
      } else {
        send(exchange, 404, body);
      }
    }
  }

  private byte[] metadata(String query) {
    int cursor = query.indexOf("&cursor=");
    int first = cursor < 0 ? 0 : Integer.parseInt(query.substring(cursor + "&cursor=".length()));
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode entities = answer.putArray("entities");
    List<String> ids = List.copyOf(files.keySet());
    for (String id : ids.subList(first, Math.min(ids.size(), first + PAGE))) {
      File file = files.get(id);
      if (file != null) {
        entities
            .addObject()
            .put("id", id)
            .put("dataSchema", file.schema())
            .put("dateCreated", file.createdAt().toString());
      }
    }
    if (first + PAGE < ids.size()) {
      answer.put("cursor", Integer.toString(first + PAGE));
    }
    return answer.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] links(byte[] body) throws IOException {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode entities = answer.putArray("entities");
    for (JsonNode id : JSON.readTree(body).path("files")) {
      entities
          .addObject()
          .put("id", id.asText())
          .put("url", address() + "/signed/" + id.asText() + "?signature=abcdef");
    }
    return answer.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
