package com.spokefleet.genesys.user;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.spokefleet.genesys.json.CurrentText;
import com.spokefleet.genesys.json.ElementDecoder;
import com.spokefleet.genesys.json.FieldReader;
import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.genesys.json.PoisonException;
import com.spokefleet.genesys.json.TextCache;
import com.spokefleet.genesys.json.UnknownFields;
import com.spokefleet.normalize.user.UserStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a page of users details in one pass over its bytes. A status that cannot be read becomes
 * {@link PoisonStatus}; the user's others are not touched by it. Thread-safe.
 */
public final class UserDetailsPageDecoder {
  private static final JsonFactory STRICT =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
  private static final JsonFactory LENIENT =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final TextCache words = new TextCache();
  private final TextCache identifiers = new TextCache();

  /**
   * Fails when the bytes are no JSON object or hold neither users nor a total nor a date. Raw
   * control characters inside a text, which JSON forbids, are let pass.
   */
  public UserDetailsPage decode(byte[] page) throws MalformedPageException {
    return decode(page, LENIENT);
  }

  /** As above, but raw control characters fail the page: they may be damage of the transport. */
  UserDetailsPage decodeStrictly(byte[] page) throws MalformedPageException {
    return decode(page, STRICT);
  }

  private UserDetailsPage decode(byte[] page, JsonFactory json) throws MalformedPageException {
    try (JsonParser parser = json.createParser(page)) {
      return new Page(page, parser, new CurrentText(parser, words, identifiers)).decode();
    } catch (IOException malformed) {
      throw new MalformedPageException(
          "the JSON is malformed or cut short (" + malformed.getClass().getSimpleName() + ")");
    }
  }

  /** The state of decoding one page. */
  private static final class Page {
    private final byte[] bytes;
    private final JsonParser parser;
    private final UnknownFields unknownFields = new UnknownFields();
    private final FieldReader reader;
    private final StatusDecoder statusDecoder = new StatusDecoder();
    private final List<UserStatus> statuses = new ArrayList<>();
    private final List<PoisonStatus> poison = new ArrayList<>();
    private OptionalLong totalHits = OptionalLong.empty();
    private boolean listed;
    private @Nullable String cursor;
    private @Nullable Instant availability;

    Page(byte[] bytes, JsonParser parser, CurrentText currentText) {
      this.bytes = bytes;
      this.parser = parser;
      this.reader = new FieldReader(parser, currentText, unknownFields);
    }

    UserDetailsPage decode() throws IOException, MalformedPageException {
      // Jackson guesses UTF-16 and UTF-32 from the first bytes; Genesys sends neither.
      if (parser.nextToken() != JsonToken.START_OBJECT || offsetOfToken() < 0) {
        throw new MalformedPageException("the page is not a JSON object in UTF-8");
      }
      try {
        decodeFields();
      } catch (PoisonException wrongType) {
        throw new MalformedPageException(wrongType.reason());
      }
      if (parser.nextToken() != null) {
        throw new MalformedPageException("something follows the page's JSON");
      }
      if (!listed && totalHits.isEmpty() && availability == null) {
        throw new MalformedPageException("the page has neither userDetails nor totalHits");
      }
      return new UserDetailsPage(
          totalHits,
          listed,
          List.copyOf(statuses),
          List.copyOf(poison),
          unknownFields.counts(),
          Map.copyOf(statusDecoder.unknownValues()),
          Optional.ofNullable(cursor),
          Optional.ofNullable(availability));
    }

    private void decodeFields() throws IOException, PoisonException {
      for (String name = reader.nextField(); name != null; name = reader.nextField()) {
        switch (name) {
          case "userDetails" -> decodeUsers();
          case "totalHits" -> {
            Long value = reader.whole();
            totalHits = value == null ? OptionalLong.empty() : OptionalLong.of(value);
          }
          case "cursor" -> cursor = reader.text();
          case "dataAvailabilityDate" -> availability = reader.instant();
          case "aggregations" -> reader.skip();
          default -> reader.skipUnknown("(page)", name);
        }
      }
    }

    private void decodeUsers() throws IOException, PoisonException {
      listed = reader.startsArray();
      if (listed) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          decodeUser();
        }
      }
    }

    private void decodeUser() throws IOException {
      int start = offsetOfToken();
      int outerDepth = parser.getParsingContext().getNestingDepth();
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        parser.finishToken();
        poison.add(new PoisonStatus(raw(start), "the user is not an object"));
        return;
      }
      List<UserStatus> ofUser = new ArrayList<>();
      List<Spoilt> spoilt = new ArrayList<>();
      try {
        String userId = decodeUserFields(ofUser, spoilt);
        ofUser.forEach(status -> statuses.add(StatusDecoder.of(status, userId)));
        spoilt.forEach(status -> poison.add(status.of(userId)));
      } catch (PoisonException noUser) {
        leave(outerDepth);
        poison.add(new PoisonStatus(raw(start), noUser.reason()));
      }
    }

    private String decodeUserFields(List<UserStatus> ofUser, List<Spoilt> spoilt)
        throws IOException, PoisonException {
      String userId = null;
      for (String field = reader.nextField(); field != null; field = reader.nextField()) {
        switch (field) {
          case "userId" -> userId = reader.repeatedIdentifier();
          case "primaryPresence" -> decodeStatuses(field, ofUser, spoilt, statusDecoder::presence);
          case "routingStatus" -> decodeStatuses(field, ofUser, spoilt, statusDecoder::routing);
          default -> reader.skipUnknown("", field);
        }
      }
      return reader.required(userId, "userId");
    }

    private void decodeStatuses(
        String field,
        List<UserStatus> ofUser,
        List<Spoilt> spoilt,
        ElementDecoder<UserStatus> decoder)
        throws IOException, PoisonException {
      if (!reader.startsArray()) {
        return;
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        int start = offsetOfToken();
        int outerDepth = parser.getParsingContext().getNestingDepth();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
          parser.skipChildren();
          parser.finishToken();
          spoilt.add(new Spoilt(field, raw(start), "the status is not an object"));
          continue;
        }
        try {
          ofUser.add(decoder.decode(reader));
        } catch (PoisonException unreadable) {
          leave(outerDepth);
          spoilt.add(new Spoilt(field, raw(start), unreadable.reason()));
        }
      }
    }

    /** Goes to the end of the object that was entered at the depth. */
    private void leave(int depth) throws IOException {
      while (parser.getParsingContext().getNestingDepth() >= depth) {
        parser.nextToken();
      }
    }

    private byte[] raw(int start) {
      return Arrays.copyOfRange(bytes, start, (int) parser.currentLocation().getByteOffset());
    }

    private int offsetOfToken() {
      return (int) parser.currentTokenLocation().getByteOffset();
    }
  }

  /** A status at fault, before its user is known. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Spoilt(String field, byte[] status, String reason) {
    PoisonStatus of(String userId) {
      ByteArrayOutputStream raw = new ByteArrayOutputStream();
      // An identifier holds no control characters; quotes and backslashes it may.
      String quoted = userId.replace("\\", "\\\\").replace("\"", "\\\"");
      raw.writeBytes(
          ("{\"userId\":\"" + quoted + "\",\"" + field + "\":[").getBytes(StandardCharsets.UTF_8));
      raw.writeBytes(status);
      raw.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
      return new PoisonStatus(raw.toByteArray(), reason);
    }
  }
}
