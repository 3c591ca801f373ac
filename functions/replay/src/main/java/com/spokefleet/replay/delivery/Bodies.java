package com.spokefleet.replay.delivery;

import com.spokefleet.replay.record.Outgoing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts records into one body. */
final class Bodies {
  private static final int QUOTED = 300;

  private Bodies() {}

  static byte[] joined(List<Outgoing> chunk, String before, String between, String after) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    write(body, before);
    for (int index = 0; index < chunk.size(); index++) {
      if (index > 0) {
        write(body, between);
      }
      byte[] data = chunk.get(index).data();
      body.write(data, 0, lengthWithoutLineEnd(data));
    }
    write(body, after);
    return body.toByteArray();
  }

  /** The start of an answer, for messages. */
  static String quoted(int status, String body) {
    String text = body.strip();
    return "HTTP %d %s".formatted(status, text.substring(0, Math.min(text.length(), QUOTED)));
  }

  private static int lengthWithoutLineEnd(byte[] data) {
    int length = data.length;
    while (length > 0 && (data[length - 1] == '\n' || data[length - 1] == '\r')) {
      length--;
    }
    return length;
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
