package com.spokefleet.testing.server;

import com.spokefleet.testing.audit.AuditFault;
import com.spokefleet.testing.audit.FakeAudits;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server of its own for the files of large results, as a store of objects serves them by signed
 * address. Like S3 it refuses a request that is signed and carries an {@code Authorization} header.
 */
final class AuditDownloads implements AutoCloseable {
  private final FakeAudits audits;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  AuditDownloads(FakeAudits audits) throws IOException {
    this.audits = audits;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Keeps a file; the address it can be fetched from. */
  String offer(String name, byte[] content) {
    files.put("/" + name, content);
    String host = audits.meets(AuditFault.UNSAFE_DOWNLOAD) ? "localhost" : "127.0.0.1";
    return "http://%s:%d/%s?X-Amz-Signature=abcdef"
        .formatted(host, server.getAddress().getPort(), name);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean withToken = exchange.getRequestHeaders().containsKey("Authorization");
      audits.downloadAsked(withToken);
      byte[] file = files.get(exchange.getRequestURI().getPath());
      if (withToken) {
        send(exchange, 400, "Only one auth mechanism allowed");
      } else if (file == null || audits.meets(AuditFault.FORBIDDEN_DOWNLOAD)) {
        send(exchange, 403, "Request has expired");
      } else {
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, file.length);
        exchange.getResponseBody().write(file);
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String message) throws IOException {
    byte[] body =
        ("<Error><Message>" + message + "</Message></Error>").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
