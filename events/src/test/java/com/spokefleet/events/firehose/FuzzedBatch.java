package com.spokefleet.events.firehose;

import com.spokefleet.events.flatten.Flat;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Any bytes as a request of Firehose, so that a fuzzer may write what it likes and still reaches
 * every part of the transformation: {@code Q} and a request as it is, or else records with a byte
 * 0x1E between them, of which the first byte says what they are.
 *
 * <ul>
 *   <li>{@code A C E O T U}: the body of an audit, a conversation, an edge's metrics, an
 *       operational event, a transcript, an unknown topic; in lower case of a metrics-only org
 *   <li>{@code D}: the record's Base64 as it stands in the request
 *   <li>anything else: a whole record
 * </ul>
 */
final class FuzzedBatch {
  /** Of the org that is metrics-only. */
  static final String MASKED_ID = "11111111-0000-4000-8000-000000000001";

  private static final byte BETWEEN = 0x1E;

  private FuzzedBatch() {}

  static byte[] request(byte[] fuzz) {
    if (fuzz.length > 0 && fuzz[0] == 'Q') {
      return Arrays.copyOfRange(fuzz, 1, fuzz.length);
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream(fuzz.length * 2 + 64);
    request.writeBytes(ascii("{\"records\":["));
    int from = 0;
    int number = 0;
    while (from <= fuzz.length) {
      int to = from;
      while (to < fuzz.length && fuzz[to] != BETWEEN) {
        to++;
      }
      request.writeBytes(ascii(number == 0 ? "" : ","));
      request.writeBytes(ascii("{\"recordId\":\"r" + number + "\",\"data\":\""));
      request.writeBytes(data(Arrays.copyOfRange(fuzz, from, to)));
      request.writeBytes(ascii("\"}"));
      number++;
      from = to + 1;
    }
    request.writeBytes(ascii("]}"));
    return request.toByteArray();
  }

  private static byte[] data(byte[] piece) {
    if (piece.length == 0) {
      return piece;
    }
    byte[] rest = Arrays.copyOfRange(piece, 1, piece.length);
    String topic =
        switch (piece[0]) {
          case 'A', 'a' -> "v2.audits.entitytype.{id}.entityid.{id}";
          case 'C', 'c' -> "v2.detail.events.conversation.{id}.acw";
          case 'E', 'e' -> "v2.telephony.providers.edges.{id}.metrics";
          case 'O', 'o' -> "v2.operations.events.{id}";
          case 'T', 't' -> "v2.conversations.{id}.transcription";
          case 'U', 'u' -> "v2.new.things.{id}";
          default -> "";
        };
    if (piece[0] == 'D') {
      return rest;
    }
    return Base64.getEncoder().encode(topic.isEmpty() ? piece : event(topic, piece[0], rest));
  }

  private static byte[] event(String topic, byte kind, byte[] body) {
    String around = Flat.event(topic, "\0");
    String of = kind >= 'a' ? around.replace(Flat.ORG_ID, MASKED_ID) : around;
    ByteArrayOutputStream event = new ByteArrayOutputStream(body.length + of.length());
    int at = of.indexOf('\0');
    event.writeBytes(ascii(of.substring(0, at)));
    event.writeBytes(body);
    event.writeBytes(ascii(of.substring(at + 1)));
    return event.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
