package com.spokefleet.events.firehose;

import com.spokefleet.events.flatten.BadRecordException;
import com.spokefleet.events.flatten.DropReason;
import com.spokefleet.events.flatten.Flattener;
import com.spokefleet.events.flatten.RecordFault;
import com.spokefleet.events.json.JsonBytes;
import com.spokefleet.events.json.JsonStrings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Turns an invocation of Firehose into its reply: every record is answered once, in order; one that
 * is bad fails alone. Buffers are kept from batch to batch. Not safe for use by several threads.
 *
 * <p>A record that finds no room in the reply fails, and so lands in the backup bucket to be
 * replayed. It is never put onto the stream again from here: that can go round for ever.
 */
public final class BatchTransformer {
  /** Below the 6 MiB that a function may answer (siem.md, section 1). */
  static final int LARGEST_REPLY = 6_000_000;

  /** Below the 1,000 KiB of a record of Firehose and the 1 MB of a log of Datadog. */
  static final int LARGEST_RECORD = 1_000_000;

  private final Flattener flattener;
  private final FirehoseRequest request = new FirehoseRequest();
  private final JsonBytes flat = new JsonBytes(1 << 14);
  private byte[] event = new byte[1 << 14];

  public BatchTransformer(Flattener flattener) {
    this.flattener = flattener;
  }

  /**
   * Writes the reply to a request of so many bytes.
   *
   * @throws IOException if the request itself cannot be read, with nothing written, or the reply
   *     not written
   */
  public BatchAccount transform(byte[] bytes, int length, OutputStream out) throws IOException {
    request.read(bytes, length);
    BatchAccount account = new BatchAccount();
    FirehoseReply reply = new FirehoseReply(out);
    int room = LARGEST_REPLY - FirehoseReply.EMPTY - shortest();
    reply.begin();
    for (int record = 0; record < request.records(); record++) {
      room -= answer(record, room, reply, account);
    }
    reply.end();
    return account;
  }

  /** Room that is needed whatever becomes of the records. */
  private int shortest() {
    int bytes = 0;
    for (int record = 0; record < request.records(); record++) {
      bytes += FirehoseReply.shortest(idLength(record));
    }
    return bytes;
  }

  /** Answers the record; returns how much of the room it took. */
  private int answer(int record, int room, FirehoseReply reply, BatchAccount account)
      throws IOException {
    flat.truncate(0);
    try {
      int length = decode(record);
      Optional<DropReason> dropped =
          flattener.flatten(event, 0, length, request.arrival(record), flat);
      if (dropped.isPresent()) {
        reply.dropped(request, record);
        account.dropped(org(), dropped.get());
        return 0;
      }
      flat.put('\n');
      int idLength = idLength(record);
      int more = FirehoseReply.withData(idLength, flat.length()) - FirehoseReply.shortest(idLength);
      require(flat.length() <= LARGEST_RECORD, RecordFault.TOO_LARGE);
      require(more <= room, RecordFault.REPLY_FULL);
      reply.ok(request, record, flat.array(), flat.length());
      account.delivered(org());
      return more;
    } catch (BadRecordException bad) {
      reply.failed(request, record);
      account.failed(org(), bad.fault());
      return 0;
    }
  }

  private String org() {
    return flattener.event().org().name();
  }

  private int idLength(int record) {
    return request.idTo(record) - request.idFrom(record);
  }

  private int decode(int record) throws BadRecordException {
    flattener.forget();
    byte[] source = request.bytes();
    int from = request.dataFrom(record);
    int to = request.dataTo(record);
    if (request.isEscaped(record)) {
      source = JsonStrings.decode(source, from, to).getBytes(StandardCharsets.ISO_8859_1);
      from = 0;
      to = source.length;
    }
    if (event.length < to - from) {
      event = new byte[to - from];
    }
    int length = Base64Bytes.decode(source, from, to, event);
    require(length != Base64Bytes.INVALID, RecordFault.BAD_BASE64);
    boolean gzip = length > 1 && event[0] == 0x1F && event[1] == (byte) 0x8B;
    require(!gzip, RecordFault.COMPRESSED);
    return length;
  }

  private static void require(boolean fits, RecordFault fault) throws BadRecordException {
    if (!fits) {
      throw new BadRecordException(fault);
    }
  }
}
