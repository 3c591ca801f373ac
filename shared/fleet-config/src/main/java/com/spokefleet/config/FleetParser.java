package com.spokefleet.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads fleet.yaml. Either the whole fleet is right, or {@link InvalidFleetException} names
 * everything that is wrong with it; no other exception is thrown whatever the file holds.
 */
public final class FleetParser {
  static final int MAXIMUM_BYTES = 1 << 20;

  private FleetParser() {}

  /** Reads a file of UTF-8 text, at most 1 MiB long. */
  public static Fleet parse(Path file) {
    return parse(file.toString(), text(file));
  }

  /** What a file holds, without a byte order mark. */
  static String text(Path file) {
    String source = file.toString();
    byte[] bytes;
    try (InputStream input = Files.newInputStream(file)) {
      bytes = input.readNBytes(MAXIMUM_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw failure(source, 0, 0, "does not exist");
    } catch (IOException e) {
      throw failure(source, 0, 0, "cannot be read: " + e.getMessage());
    }
    if (bytes.length > MAXIMUM_BYTES) {
      throw tooLong(source);
    }
    return decode(source, bytes);
  }

  /**
   * Reads a text.
   *
   * @param sourceName what problems call the text, such as a file name
   */
  public static Fleet parse(String sourceName, String yaml) {
    if (yaml.length() > MAXIMUM_BYTES) {
      throw tooLong(sourceName);
    }
    Node root = new YamlDocument(sourceName).compose(yaml);
    Problems problems = new Problems(sourceName);
    SectionValues values = FleetSection.SECTION.read(root, "", problems);
    if (values != null) {
      FleetChecks.check(values, problems);
    }
    problems.throwIfAny();
    if (values == null) {
      throw new IllegalStateException("Cannot read " + sourceName + ", and nobody says why");
    }
    return FleetSection.build(values);
  }

  private static String decode(String source, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(rest, text, true);
    text.flip();
    if (result.isError()) {
      String before = text.toString();
      int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
      int column = before.length() - before.lastIndexOf('\n');
      throw failure(source, line, column, "is not UTF-8 from here; save the file as UTF-8");
    }
    String decoded = text.toString();
    return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
  }

  private static InvalidFleetException tooLong(String source) {
    return failure(source, 0, 0, "is longer than " + MAXIMUM_BYTES + " bytes");
  }

  private static InvalidFleetException failure(
      String source, int line, int column, String message) {
    return new InvalidFleetException(
        source, List.of(new Problem(source, line, column, "", message)));
  }
}
