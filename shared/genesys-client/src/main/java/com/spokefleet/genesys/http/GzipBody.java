package com.spokefleet.genesys.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Undoes the compression that the client offers to accept; details shrink to about a tenth. */
final class GzipBody {
  static final String ENCODING = "gzip";

  private static final String CONTENT_ENCODING = "content-encoding";
  private static final Set<String> OF_THE_ENCODED_BODY = Set.of(CONTENT_ENCODING, "content-length");

  private GzipBody() {}

  /** The limit counts decoded bytes, so that a small body cannot unfold without end. */
  static GenesysResponse decode(GenesysResponse response, int limit) throws IOException {
    boolean encoded = ENCODING.equalsIgnoreCase(response.header(CONTENT_ENCODING).orElse(""));
    if (!encoded || response.body().length == 0) {
      return response;
    }
    try (InputStream input = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      byte[] decoded = input.readNBytes(limit);
      if (input.read() >= 0) {
        throw new BoundedBody.TooLargeException(limit);
      }
      return new GenesysResponse(response.status(), withoutEncoding(response.headers()), decoded);
    }
  }

  private static HttpHeaders withoutEncoding(HttpHeaders headers) {
    return HttpHeaders.of(
        headers.map(),
        (name, value) -> !OF_THE_ENCODED_BODY.contains(name.toLowerCase(Locale.ROOT)));
  }
}
