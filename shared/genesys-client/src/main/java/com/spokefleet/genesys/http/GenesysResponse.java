package com.spokefleet.genesys.http;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** A whole answer, read to its last byte. Header names match in any letter case. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GenesysResponse(int status, HttpHeaders headers, byte[] body) {
  static final String CORRELATION_ID = "ININ-Correlation-Id";

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  public Optional<String> correlationId() {
    return header(CORRELATION_ID);
  }

  /** Without the body, which may hold personal data. */
  @Override
  public String toString() {
    return "status " + status + ", " + body.length + " bytes";
  }
}
