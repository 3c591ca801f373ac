package com.spokefleet.ingest;

import java.net.URI;
import java.util.Map;

/** As long as it is open, new AWS clients of this process find their services at an address. */
final class AwsAt implements AutoCloseable {
  private final Map<String, String> settings;

  AwsAt(URI address) {
    settings =
        Map.of(
            "aws.endpointUrl", address.toString(),
            "aws.accessKeyId", "test",
            "aws.secretAccessKey", "test");
    settings.forEach(System::setProperty);
  }

  @Override
  public void close() {
    settings.keySet().forEach(System::clearProperty);
  }
}
