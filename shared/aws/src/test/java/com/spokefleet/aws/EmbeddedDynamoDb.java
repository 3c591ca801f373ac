package com.spokefleet.aws;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** DynamoDB Local over memory, in this process. */
public final class EmbeddedDynamoDb implements AutoCloseable {
  private static final int START_ATTEMPTS = 5;

  private final int port;
  private final DynamoDBProxyServer server;

  private EmbeddedDynamoDb(int port, DynamoDBProxyServer server) {
    this.port = port;
    this.server = server;
  }

  public static EmbeddedDynamoDb start() throws Exception {
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      DynamoDBProxyServer server =
          ServerRunner.createServerFromCommandLineArgs(
              new String[] {"-inMemory", "-disableTelemetry", "-port", Integer.toString(port)});
      try {
        server.start();
        return new EmbeddedDynamoDb(port, server);
      } catch (IOException taken) {
        // It cannot be given port 0, so somebody may take the port between the look and the start.
        if (attempt == START_ATTEMPTS) {
          throw taken;
        }
      }
    }
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
