package com.spokefleet.events.json;

import java.util.Arrays;

/**
 * Reads JSON as bytes, strictly by RFC 8259 and UTF-8: what it let pass can be copied into other
 * JSON byte by byte. Values are not decoded; {@link #start} and {@link #end} tell where the last
 * one lies. One object is used for many texts and allocates nothing.
 *
 * <p>The caller walks: {@link #kind} tells what comes, then exactly one of {@link #string}, {@link
 * #scalar}, {@link #skip}, {@link #beginObject} or {@link #beginArray} takes it.
 */
public final class JsonScanner {
  /** As many levels as EventBridge accepts. */
  public static final int MAXIMUM_DEPTH = 1_000;

  private static final byte PLAIN = 0;
  private static final byte QUOTE = 1;
  private static final byte ESCAPE = 2;
  private static final byte CONTROL = 3;
  private static final byte NOT_ASCII = 4;
  private static final byte[] IN_STRING = inString();

  private final long[] objects = new long[(MAXIMUM_DEPTH + Long.SIZE) / Long.SIZE];
  private byte[] bytes = new byte[0];
  private int position;
  private int limit;
  private int start;
  private int end;
  private boolean escaped;

  /** From here on reads these bytes, which must not change meanwhile. */
  public void reset(byte[] text, int from, int to) {
    bytes = text;
    position = from;
    limit = to;
    escaped = false;
  }

  /** Where the next thing is read; to come back to with {@link #seek}. */
  public int position() {
    return position;
  }

  /** Goes to where a value began or ended. */
  public void seek(int there) {
    position = there;
  }

  /** First byte of the last value; of a string the one after its quote. */
  public int start() {
    return start;
  }

  /** The byte after the last value; of a string its closing quote. */
  public int end() {
    return end;
  }

  /** Whether the last string holds escapes. */
  public boolean escaped() {
    return escaped;
  }

  /** What the value that comes next is. */
  public JsonKind kind() throws MalformedJsonException {
    return switch (peek()) {
      case '{' -> JsonKind.OBJECT;
      case '[' -> JsonKind.ARRAY;
      case '"' -> JsonKind.STRING;
      case 't', 'f' -> JsonKind.BOOLEAN;
      case 'n' -> JsonKind.NULL;
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> JsonKind.NUMBER;
      default -> throw fault(JsonFault.SYNTAX);
    };
  }

  /** Fails if anything but space is left. */
  public void finish() throws MalformedJsonException {
    skipSpace();
    if (position < limit) {
      throw fault(JsonFault.SYNTAX);
    }
  }

  public void beginObject() throws MalformedJsonException {
    expect('{');
  }

  public void beginArray() throws MalformedJsonException {
    expect('[');
  }

  /**
   * Takes the name of the next member, or the end of the object, for which it returns false.
   *
   * @param first whether none was taken yet
   */
  public boolean nextMember(boolean first) throws MalformedJsonException {
    byte next = peek();
    if (next == '}') {
      position++;
      return false;
    }
    if (!first) {
      expect(',');
    }
    string();
    expect(':');
    return true;
  }

  /** Whether another element follows; takes the comma before it, or the end of the array. */
  public boolean nextElement(boolean first) throws MalformedJsonException {
    byte next = peek();
    if (next == ']') {
      position++;
      return false;
    }
    if (!first) {
      expect(',');
      if (peek() == ']') {
        throw fault(JsonFault.SYNTAX);
      }
    }
    return true;
  }

  /** Takes a string. */
  public void string() throws MalformedJsonException {
    expect('"');
    byte[] text = bytes;
    int at = position;
    start = at;
    escaped = false;
    while (at < limit) {
      byte next = text[at];
      switch (IN_STRING[next & 0xFF]) {
        case PLAIN -> at++;
        case QUOTE -> {
          end = at;
          position = at + 1;
          return;
        }
        case ESCAPE -> {
          escaped = true;
          at = escape(at);
        }
        case NOT_ASCII -> at = character(at);
        default -> throw fault(JsonFault.SYNTAX, at);
      }
    }
    throw fault(JsonFault.INCOMPLETE, at);
  }

  /** Takes a number, true, false or null. */
  public void scalar() throws MalformedJsonException {
    byte first = peek();
    start = position;
    switch (first) {
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
    end = position;
  }

  /** Takes a whole value of any kind; {@link #start} and {@link #end} enclose all of it. */
  public void skip() throws MalformedJsonException {
    peek();
    int from = position;
    int depth = 0;
    boolean first = true;
    do {
      if (depth > 0) {
        boolean object = isObject(depth);
        boolean more = object ? nextMember(first) : nextElement(first);
        if (!more) {
          depth--;
          first = false;
          continue;
        }
      }
      first = false;
      switch (kind()) {
        case OBJECT -> {
          depth = deeper(depth, true);
          position++;
          first = true;
        }
        case ARRAY -> {
          depth = deeper(depth, false);
          position++;
          first = true;
        }
        case STRING -> string();
        case NUMBER, BOOLEAN, NULL -> scalar();
      }
    } while (depth > 0);
    start = from;
    end = position;
  }

  private int deeper(int depth, boolean object) throws MalformedJsonException {
    int level = depth + 1;
    if (level > MAXIMUM_DEPTH) {
      throw fault(JsonFault.TOO_DEEP);
    }
    long bit = 1L << level;
    if (object) {
      objects[level / Long.SIZE] |= bit;
    } else {
      objects[level / Long.SIZE] &= ~bit;
    }
    return level;
  }

  private boolean isObject(int level) {
    return (objects[level / Long.SIZE] & 1L << level) != 0;
  }

  private int escape(int at) throws MalformedJsonException {
    if (at + 1 >= limit) {
      throw fault(JsonFault.INCOMPLETE, at);
    }
    return switch (bytes[at + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
      case 'u' -> {
        if (at + 6 > limit) {
          throw fault(JsonFault.INCOMPLETE, at);
        }
        for (int digit = at + 2; digit < at + 6; digit++) {
          if (Character.digit(bytes[digit], 16) < 0) {
            throw fault(JsonFault.SYNTAX, digit);
          }
        }
        yield at + 6;
      }
      default -> throw fault(JsonFault.SYNTAX, at + 1);
    };
  }

  private int character(int at) throws MalformedJsonException {
    int length = Utf8.lengthAt(bytes, at, limit);
    if (length == 0) {
      throw fault(JsonFault.ENCODING, at);
    }
    return at + length;
  }

  private void number() throws MalformedJsonException {
    int to = JsonNumber.end(bytes, position, limit);
    position = JsonNumber.reached(to);
    if (!JsonNumber.isWhole(to)) {
      throw fault(position < limit ? JsonFault.SYNTAX : JsonFault.INCOMPLETE);
    }
  }

  private void word(String word) throws MalformedJsonException {
    for (int letter = 0; letter < word.length(); letter++) {
      if (position >= limit) {
        throw fault(JsonFault.INCOMPLETE);
      }
      if (bytes[position] != word.charAt(letter)) {
        throw fault(JsonFault.SYNTAX);
      }
      position++;
    }
  }

  private void expect(char wanted) throws MalformedJsonException {
    if (peek() != wanted) {
      throw fault(JsonFault.SYNTAX);
    }
    position++;
  }

  private byte peek() throws MalformedJsonException {
    skipSpace();
    if (position >= limit) {
      throw fault(JsonFault.INCOMPLETE);
    }
    return bytes[position];
  }

  private void skipSpace() {
    int at = position;
    while (at < limit && bytes[at] <= ' ' && isSpace(bytes[at])) {
      at++;
    }
    position = at;
  }

  private static boolean isSpace(byte next) {
    return next == ' ' || next == '\n' || next == '\r' || next == '\t';
  }

  private MalformedJsonException fault(JsonFault fault) {
    return fault(fault, position);
  }

  private static MalformedJsonException fault(JsonFault fault, int at) {
    return new MalformedJsonException(fault, at);
  }

  private static byte[] inString() {
    byte[] classes = new byte[256];
    Arrays.fill(classes, 0, ' ', CONTROL);
    Arrays.fill(classes, 0x80, 256, NOT_ASCII);
    classes['"'] = QUOTE;
    classes['\\'] = ESCAPE;
    return classes;
  }
}
