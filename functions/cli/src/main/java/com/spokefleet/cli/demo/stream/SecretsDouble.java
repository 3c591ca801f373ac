package com.spokefleet.cli.demo.stream;

import com.spokefleet.testing.stream.intake.LoopbackServer;
import com.spokefleet.testing.stream.intake.Reply;

/**
 * Stands in for the extension that hands a function its secrets: the key of hashes, and no other.
 */
final class SecretsDouble implements AutoCloseable {
  private final LoopbackServer server =
      LoopbackServer.start(
          "the local secrets extension",
          request -> Reply.json(200, "{\"SecretString\":\"the demo's key of hashes\"}"));

  String port() {
    return Integer.toString(server.address().getPort());
  }

  @Override
  public void close() {
    server.close();
  }
}
