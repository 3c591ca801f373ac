package com.spokefleet.genesys.conversation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.spokefleet.genesys.json.CurrentText;
import com.spokefleet.genesys.json.FieldReader;
import com.spokefleet.genesys.json.MalformedPageException;
import com.spokefleet.genesys.json.PoisonException;
import com.spokefleet.genesys.json.RawRecord;
import com.spokefleet.genesys.json.TextCache;
import com.spokefleet.genesys.json.UnknownFields;
import com.spokefleet.normalize.conversation.Conversation;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a page of conversation details in one pass over its bytes. A record that cannot be read
 * becomes {@link DetailsRecord.Poison}; the others are not touched by it. Thread-safe.
 */
public final class DetailsPageDecoder {
  private static final JsonFactory STRICT =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
  private static final JsonFactory LENIENT =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private final TextCache words = new TextCache();
  private final TextCache identifiers = new TextCache();
  private final Set<String> attributes;

  /** For records without participant attributes, or where none of them is wanted. */
  public DetailsPageDecoder() {
    this(Set.of());
  }

  /**
   * @param attributes names of the participant attributes to be read; no other is ever held
   */
  public DetailsPageDecoder(Set<String> attributes) {
    this.attributes = Set.copyOf(attributes);
  }

  /**
   * Fails when the bytes are no JSON object or hold neither conversations nor totalHits. Raw
   * control characters inside a text, which JSON forbids, are let pass: they spoil one record at
   * most.
   */
  public DetailsPage decode(byte[] page) throws MalformedPageException {
    return decode(page, LENIENT);
  }

  /** As above, but raw control characters fail the page: they may be damage of the transport. */
  DetailsPage decodeStrictly(byte[] page) throws MalformedPageException {
    return decode(page, STRICT);
  }

  /** A page of a job's result, read as leniently as {@link #decode(byte[])} reads. */
  public DetailsJobPage decodeJobPage(byte[] page) throws MalformedPageException {
    return decoded(page, LENIENT).jobPage();
  }

  /** As above, but raw control characters fail the page. */
  DetailsJobPage decodeJobPageStrictly(byte[] page) throws MalformedPageException {
    return decoded(page, STRICT).jobPage();
  }

  /**
   * A body that is one record instead of a page of them.
   *
   * @param strictly whether raw control characters fail it, as they may be damage of the transport
   */
  DetailsPage decodeRecord(byte[] body, boolean strictly) throws MalformedPageException {
    return decoded(body, strictly ? STRICT : LENIENT, Page::decodeAsRecord).queryPage();
  }

  private DetailsPage decode(byte[] page, JsonFactory json) throws MalformedPageException {
    return decoded(page, json).queryPage();
  }

  private Page decoded(byte[] page, JsonFactory json) throws MalformedPageException {
    return decoded(page, json, Page::decode);
  }

  /** A way to decode the bytes. */
  private interface Decoding {
    void decode(Page page) throws IOException, MalformedPageException;
  }

  private Page decoded(byte[] page, JsonFactory json, Decoding decoding)
      throws MalformedPageException {
    try (JsonParser parser = json.createParser(page)) {
      Page decoded =
          new Page(page, parser, new CurrentText(parser, words, identifiers), attributes);
      decoding.decode(decoded);
      return decoded;
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
    private final ConversationDecoder conversationDecoder;
    private final List<DetailsRecord> records = new ArrayList<>();
    private OptionalLong totalHits = OptionalLong.empty();
    private boolean hasConversations;
    private @Nullable String cursor;
    private @Nullable Instant dataAvailabilityDate;

    Page(byte[] bytes, JsonParser parser, CurrentText currentText, Set<String> attributes) {
      this.bytes = bytes;
      this.parser = parser;
      this.reader = new FieldReader(parser, currentText, unknownFields);
      this.conversationDecoder = new ConversationDecoder(attributes);
    }

    void decode() throws IOException, MalformedPageException {
      // Jackson guesses UTF-16 and UTF-32 from the first bytes; Genesys sends neither.
      if (parser.nextToken() != JsonToken.START_OBJECT || offsetOfToken() < 0) {
        throw new MalformedPageException("the page is not a JSON object in UTF-8");
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        switch (name) {
          case "conversations" -> decodeConversations();
          case "totalHits" -> decodeTotalHits();
          case "cursor" -> decodeCursor();
          case "dataAvailabilityDate" -> decodeDataAvailabilityDate();
          case "aggregations" -> reader.skip();
          default -> reader.skipUnknown("(page)", name);
        }
      }
      if (parser.nextToken() != null) {
        throw new MalformedPageException("something follows the page's JSON");
      }
    }

    DetailsPage queryPage() throws MalformedPageException {
      if (!hasConversations && totalHits.isEmpty()) {
        throw new MalformedPageException("the page has neither conversations nor totalHits");
      }
      return page();
    }

    /** A job has no total; a page of nothing at all is taken for damage, not for the end. */
    DetailsJobPage jobPage() throws MalformedPageException {
      if (!hasConversations && cursor == null && dataAvailabilityDate == null) {
        throw new MalformedPageException(
            "the page has neither conversations nor cursor nor dataAvailabilityDate");
      }
      return new DetailsJobPage(
          page(), Optional.ofNullable(cursor), Optional.ofNullable(dataAvailabilityDate));
    }

    private DetailsPage page() {
      return new DetailsPage(
          totalHits, hasConversations, List.copyOf(records), unknownFields.counts());
    }

    private void decodeCursor() throws IOException, MalformedPageException {
      try {
        cursor = reader.text();
      } catch (PoisonException wrongType) {
        throw new MalformedPageException(wrongType.reason());
      }
    }

    private void decodeDataAvailabilityDate() throws IOException, MalformedPageException {
      try {
        dataAvailabilityDate = reader.instant();
      } catch (PoisonException wrongType) {
        throw new MalformedPageException(wrongType.reason());
      }
    }

    void decodeAsRecord() throws IOException, MalformedPageException {
      if (parser.nextToken() != JsonToken.START_OBJECT || offsetOfToken() < 0) {
        throw new MalformedPageException("the answer is not a JSON object in UTF-8");
      }
      records.add(decodeRecord());
      if (parser.nextToken() != null) {
        throw new MalformedPageException("something follows the record's JSON");
      }
      hasConversations = true;
    }

    private void decodeTotalHits() throws IOException, MalformedPageException {
      try {
        Long value = reader.whole();
        totalHits = value == null ? OptionalLong.empty() : OptionalLong.of(value);
      } catch (PoisonException wrongType) {
        throw new MalformedPageException(wrongType.reason());
      }
    }

    private void decodeConversations() throws IOException, MalformedPageException {
      try {
        hasConversations = reader.startsArray();
      } catch (PoisonException wrongType) {
        throw new MalformedPageException(wrongType.reason());
      }
      if (hasConversations) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          records.add(decodeRecord());
        }
      }
    }

    private DetailsRecord decodeRecord() throws IOException {
      int start = offsetOfToken();
      int outerDepth = parser.getParsingContext().getNestingDepth();
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        parser.finishToken();
        return poison(start, "the record is not an object");
      }
      try {
        Conversation conversation = conversationDecoder.decode(reader);
        return new DetailsRecord.Decoded(
            conversation, new RawRecord(bytes, start, offsetAfterToken()));
      } catch (PoisonException poison) {
        while (parser.getParsingContext().getNestingDepth() >= outerDepth) {
          parser.nextToken();
        }
        return poison(start, poison.reason());
      }
    }

    private DetailsRecord poison(int start, String reason) {
      return new DetailsRecord.Poison(Arrays.copyOfRange(bytes, start, offsetAfterToken()), reason);
    }

    private int offsetAfterToken() {
      return (int) parser.currentLocation().getByteOffset();
    }

    private int offsetOfToken() {
      return (int) parser.currentTokenLocation().getByteOffset();
    }
  }
}
