package com.spokefleet.config;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Composes YAML text to nodes that know their positions. Only plain trees pass: one document, no
 * aliases (a few lines of them can stand for gigabytes), bounded depth.
 */
final class YamlDocument {
  private static final int MAXIMUM_DEPTH = 40;

  private final String source;
  private final LoadSettings settings;

  YamlDocument(String source) {
    this.source = source;
    this.settings =
        LoadSettings.builder()
            .setLabel(source)
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(true)
            .setAllowNonScalarKeys(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
  }

  Node compose(String yaml) {
    requireWholeCharacters(yaml);
    try {
      requirePlainTree(yaml);
      return new Compose(settings)
          .composeString(yaml)
          .orElseThrow(() -> failure(Optional.empty(), "is empty"));
    } catch (MarkedYamlEngineException e) {
      throw failure(e.getProblemMark().or(e::getContextMark), "is not YAML: " + e.getProblem());
    } catch (ReaderException e) {
      throw unprintable(yaml, e.getPosition(), e.getCodePoint());
    } catch (YamlEngineException e) {
      throw failure(Optional.empty(), "is not YAML: " + e.getMessage());
    }
  }

  /** Looks at the events, which come in a stream, before anything is built of them. */
  private void requirePlainTree(String yaml) {
    int documents = 0;
    int depth = 0;
    for (Event event : new Parse(settings).parseString(yaml)) {
      switch (event.getEventId()) {
        case DocumentStart -> documents++;
        case SequenceStart, MappingStart -> depth++;
        case SequenceEnd, MappingEnd -> depth--;
        case Alias ->
            throw failure(event.getStartMark(), "uses an alias; write the value out in its place");
        case StreamStart, StreamEnd, DocumentEnd, Scalar, Comment -> {}
      }
      if (documents > 1) {
        throw failure(event.getStartMark(), "holds several documents; keep the first one only");
      }
      if (depth > MAXIMUM_DEPTH) {
        throw failure(event.getStartMark(), "is nested too deep");
      }
    }
  }

  /** Half a character where the engine fills its buffer again makes it fail as if by a defect. */
  private void requireWholeCharacters(String yaml) {
    int position = 0;
    while (position < yaml.length()) {
      int character = yaml.codePointAt(position);
      if (Character.getType(character) == Character.SURROGATE) {
        throw unprintable(yaml, position, character);
      }
      position += Character.charCount(character);
    }
  }

  private InvalidFleetException unprintable(String yaml, int position, int character) {
    String before = yaml.substring(0, Math.min(position, yaml.length()));
    int line = (int) before.chars().filter(each -> each == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    String message = "holds the character U+%04X, which YAML forbids";
    return failure(line, column, message.formatted(character));
  }

  private InvalidFleetException failure(Optional<Mark> mark, String message) {
    return failure(
        mark.map(position -> position.getLine() + 1).orElse(0),
        mark.map(position -> position.getColumn() + 1).orElse(0),
        message);
  }

  private InvalidFleetException failure(int line, int column, String message) {
    return new InvalidFleetException(
        source, List.of(new Problem(source, line, column, "", message)));
  }
}
