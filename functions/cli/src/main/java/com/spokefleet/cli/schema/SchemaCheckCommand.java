package com.spokefleet.cli.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.cli.CommandException;
import com.spokefleet.cli.ExitCode;
import com.spokefleet.cli.Wiring;
import com.spokefleet.cli.terminal.JsonText;
import com.spokefleet.genesys.schema.RecordShape;
import com.spokefleet.genesys.schema.SchemaBaseline;
import com.spokefleet.genesys.schema.SchemaComparison;
import com.spokefleet.genesys.schema.SchemaDifference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fleet schema check}: what in replies of Genesys is other than what is known. */
@Command(
    name = "check",
    description = {
      "Compare JSON that Genesys sent with the fields that are known.",
      "A FILE holds pages, single records or lists of records, one or several (NDJSON). Fields that"
          + " are added or of another type end in exit code 5, for continuous integration; values"
          + " never met and fields that never came are notes."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class SchemaCheckCommand implements Callable<Integer> {
  private final Wiring wiring;
  private final ObjectMapper mapper = new ObjectMapper();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON or NDJSON.")
  private List<Path> files;

  @Option(
      names = "--shape",
      paramLabel = "SHAPE",
      description =
          "What the files hold, where that cannot be told: conversation-details, users-details,"
              + " conversation-aggregates or audits.")
  private @Nullable String shape;

  @Option(names = "--removed", description = "List the known fields that never came, too.")
  private boolean removed;

  @Option(names = "--json", description = "Print one JSON document instead of lines.")
  private boolean json;

  public SchemaCheckCommand(Wiring wiring) {
    this.wiring = wiring;
  }

  @Override
  public Integer call() {
    Map<RecordShape, SchemaComparison> comparisons = new EnumMap<>(RecordShape.class);
    files.forEach(file -> read(file, comparisons));
    SchemaReport report = new SchemaReport(comparisons);
    if (json) {
      wiring.out().println(new JsonText().of(report.document()));
    } else {
      report.lines(removed).forEach(wiring.out()::println);
    }
    boolean attention =
        comparisons.values().stream()
            .flatMap(comparison -> comparison.differences().stream())
            .anyMatch(SchemaDifference::needsAttention);
    return (attention ? ExitCode.CHECKS_FAILED : ExitCode.OK).code();
  }

  private void read(Path file, Map<RecordShape, SchemaComparison> comparisons) {
    long documents = 0;
    try (MappingIterator<JsonNode> iterator =
        mapper.readerFor(JsonNode.class).readValues(file.toFile())) {
      while (iterator.hasNextValue()) {
        documents++;
        JsonNode document = iterator.nextValue();
        if (document.isArray()) {
          document.forEach(record -> add(file, record, comparisons));
        } else {
          add(file, document, comparisons);
        }
      }
    } catch (JsonProcessingException malformed) {
      throw new CommandException(
          ExitCode.INVALID,
          "Cannot read %s: it is not JSON, in line %d"
              .formatted(file, malformed.getLocation().getLineNr()));
    } catch (IOException failure) {
      throw new CommandException(ExitCode.INVALID, "Cannot read " + file + ": it cannot be opened");
    }
    if (documents == 0) {
      throw new CommandException(ExitCode.INVALID, "Cannot check " + file + ": it is empty");
    }
  }

  private void add(Path file, JsonNode document, Map<RecordShape, SchemaComparison> comparisons) {
    RecordShape kind = shapeOf(file, document);
    comparisons
        .computeIfAbsent(kind, one -> new SchemaComparison(SchemaBaseline.of(one)))
        .add(document, file.toString());
  }

  private RecordShape shapeOf(Path file, JsonNode document) {
    String known =
        Arrays.stream(RecordShape.values())
            .map(RecordShape::label)
            .collect(Collectors.joining(", "));
    Optional<RecordShape> found =
        shape == null ? RecordShape.of(document) : RecordShape.labelled(shape);
    return found.orElseThrow(
        () ->
            new CommandException(
                ExitCode.INVALID,
                shape == null
                    ? "Cannot tell what %s holds; say it with --shape, one of %s"
                        .formatted(file, known)
                    : "Cannot find the shape %s; one of %s".formatted(shape, known)));
  }
}
