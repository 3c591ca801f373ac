package com.spokefleet.events.firehose;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The reply to Firehose, written as it is made; counts its bytes. */
final class FirehoseReply {
  private static final byte[] BEGIN = ascii("{\"records\":[");
  private static final byte[] END = ascii("]}");
  private static final byte[] ID = ascii("{\"recordId\":\"");
  private static final byte[] OK = ascii("\",\"result\":\"Ok\",\"data\":\"");
  private static final byte[] OK_END = ascii("\"}");
  private static final byte[] DROPPED = ascii("\",\"result\":\"Dropped\"}");
  private static final byte[] FAILED = ascii("\",\"result\":\"ProcessingFailed\"}");

  /** Of a reply without records. */
  static final int EMPTY = BEGIN.length + END.length;

  /** Three bytes become four letters, so that pieces of this size need no padding between. */
  private static final int PIECE = 3 << 13;

  private final OutputStream out;
  private final byte[] letters = new byte[Base64Bytes.encodedLength(PIECE)];
  private boolean first = true;

  FirehoseReply(OutputStream out) {
    this.out = out;
  }

  /** Bytes of a record that is answered without data, comma included. */
  static int shortest(int idLength) {
    return 1 + ID.length + idLength + FAILED.length;
  }

  /** Bytes of a record that is answered with so many bytes of data, comma included. */
  static int withData(int idLength, int data) {
    return 1 + ID.length + idLength + OK.length + Base64Bytes.encodedLength(data) + OK_END.length;
  }

  void begin() throws IOException {
    out.write(BEGIN);
    first = true;
  }

  void ok(FirehoseRequest request, int record, byte[] data, int length) throws IOException {
    id(request, record);
    out.write(OK);
    for (int from = 0; from < length; from += PIECE) {
      int to = Math.min(length, from + PIECE);
      out.write(letters, 0, Base64Bytes.encode(data, from, to, letters, 0));
    }
    out.write(OK_END);
  }

  void dropped(FirehoseRequest request, int record) throws IOException {
    id(request, record);
    out.write(DROPPED);
  }

  /** Firehose keeps the record as it came, so none of it is sent back. */
  void failed(FirehoseRequest request, int record) throws IOException {
    id(request, record);
    out.write(FAILED);
  }

  void end() throws IOException {
    out.write(END);
  }

  private void id(FirehoseRequest request, int record) throws IOException {
    if (!first) {
      out.write(',');
    }
    first = false;
    out.write(ID);
    int from = request.idFrom(record);
    out.write(request.bytes(), from, request.idTo(record) - from);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
