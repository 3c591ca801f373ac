package com.spokefleet.testing.siem.splunk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Lookup files, read and written by the two searches that do so; other searches are refused. */
final class LookupFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = "\"((?:[^\"\\\\]++|\\\\.)*+)\"";
  private static final Pattern READ =
      Pattern.compile(
          "\\| inputlookup strict=true start=(\\d+) max=(\\d+) " + TEXT, Pattern.DOTALL);
  private static final Pattern WRITE =
      Pattern.compile(
          "\\| makeresults format=json data="
              + TEXT
              + " \\| table ((?:\"[^\"]+\" ?)+) ?\\| outputlookup append=(true|false) "
              + TEXT,
          Pattern.DOTALL);

  private final Map<String, ArrayNode> files = new TreeMap<>();

  /** The answer to a search, or why it is refused. */
  record Result(int status, ObjectNode body) {}

  Map<String, ArrayNode> files() {
    return files;
  }

  void installCsv(String name, String csv) {
    List<String> lines = csv.lines().filter(line -> !line.isBlank()).toList();
    String[] columns = lines.getFirst().split(",");
    ArrayNode rows = JSON.createArrayNode();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      ObjectNode row = rows.addObject();
      for (int column = 0; column < columns.length; column++) {
        row.put(columns[column], column < cells.size() ? cells.get(column) : "");
      }
    }
    files.put(name, rows);
  }

  /** Of one line; quoted cells may hold commas and quotes. */
  private static List<String> cells(String line) {
    return Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))")
        .matcher(line)
        .results()
        .map(cell -> cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""))
        .toList();
  }

  static boolean writes(String search) {
    return search.contains("outputlookup");
  }

  Result run(String search) {
    Matcher read = READ.matcher(search);
    if (read.matches()) {
      ArrayNode rows = files.get(unquoted(read.group(3)));
      if (rows == null) {
        return refused("The lookup table '%s' does not exist".formatted(read.group(3)));
      }
      ObjectNode body = JSON.createObjectNode();
      ArrayNode results = body.putArray("results");
      StreamSupport.stream(rows.spliterator(), false)
          .skip(Long.parseLong(read.group(1)))
          .limit(Long.parseLong(read.group(2)))
          .forEach(results::add);
      return new Result(200, body);
    }
    Matcher write = WRITE.matcher(search);
    return write.matches() ? write(write) : refused("Error in the search: " + search);
  }

  private Result write(Matcher search) {
    try {
      JsonNode data = JSON.readTree(unquoted(search.group(1)));
      List<String> columns =
          Pattern.compile("\"([^\"]+)\"")
              .matcher(search.group(2))
              .results()
              .map(column -> column.group(1))
              .toList();
      String file = unquoted(search.group(4));
      ArrayNode rows =
          search.group(3).equals("true") && files.containsKey(file)
              ? files.get(file)
              : JSON.createArrayNode();
      for (JsonNode each : data) {
        ObjectNode row = rows.addObject();
        columns.forEach(column -> row.put(column, each.path(column).asText()));
      }
      files.put(file, rows);
      ObjectNode body = JSON.createObjectNode();
      body.putArray("results").addAll(rows);
      return new Result(200, body);
    } catch (JsonProcessingException malformed) {
      return refused("Error in 'makeresults' command: the data is not valid");
    }
  }

  private static Result refused(String text) {
    ObjectNode body = JSON.createObjectNode();
    body.putArray("messages").addObject().put("type", "FATAL").put("text", text);
    return new Result(400, body);
  }

  private static String unquoted(String text) {
    return text.replaceAll("\\\\(.)", "$1");
  }
}
