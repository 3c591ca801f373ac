package com.spokefleet.benchmark.coldstart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The least that a function with Jackson does: read JSON, write it. */
public final class BareJacksonHandler implements RequestStreamHandler {
  private final ObjectMapper json = new ObjectMapper();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode request = json.readTree(input);
    json.writeValue(output, request);
  }
}
