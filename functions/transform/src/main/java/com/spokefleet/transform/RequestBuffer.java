package com.spokefleet.transform;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of the request, in a buffer that is used again. */
final class RequestBuffer {
  /** A batch of 1 MiB of events, in Base64 and with its envelope. */
  private static final int USUAL = 3 << 19;

  private byte[] bytes = new byte[USUAL];
  private int length;

  /** Reads all there is. */
  void read(InputStream input) throws IOException {
    length = 0;
    int read = input.read(bytes, 0, bytes.length);
    while (read >= 0) {
      length += read;
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      }
      read = input.read(bytes, length, bytes.length - length);
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }
}
