package com.spokefleet.siem.install.datadog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.siem.datadog.DatadogKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A digest of an object as Datadog returned it when we had written it, kept in the object itself:
 * whoever changes it later makes the digest wrong. What has no place for it has none.
 */
final class AppliedMark {
  private static final String TAG = "spokefleet-applied:";
  private static final String TAGS = "tags";
  private static final String DESCRIPTION = "description";
  private static final Pattern LINE = Pattern.compile("\\n?\\[" + TAG + "([0-9a-f]+)]");
  private static final int DIGITS = 16;

  /** Changed by muting a monitor, which is not an edit of it. */
  private static final String SILENCED = "silenced";

  private AppliedMark() {}

  static boolean hasPlace(DatadogKind kind) {
    return kind != DatadogKind.METRIC;
  }

  /** The digest that an object carries; empty if none was written yet. */
  static Optional<String> read(DatadogKind kind, JsonNode object) {
    if (kind == DatadogKind.DASHBOARD) {
      Matcher matcher = LINE.matcher(object.path(DESCRIPTION).asText());
      return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
    for (JsonNode tag : object.path(TAGS)) {
      if (tag.asText().startsWith(TAG)) {
        return Optional.of(tag.asText().substring(TAG.length()));
      }
    }
    return Optional.empty();
  }

  /** The object without it. */
  static ObjectNode without(DatadogKind kind, ObjectNode object) {
    ObjectNode result = object.deepCopy();
    if (kind == DatadogKind.DASHBOARD && result.path(DESCRIPTION).isTextual()) {
      result.put(DESCRIPTION, LINE.matcher(result.path(DESCRIPTION).asText()).replaceAll(""));
    } else if (result.path(TAGS) instanceof ArrayNode tags) {
      ArrayNode kept = result.putArray(TAGS);
      for (JsonNode tag : tags) {
        if (!tag.asText().startsWith(TAG)) {
          kept.add(tag);
        }
      }
    }
    return result;
  }

  /** What is sent to note that Datadog returned this. */
  static ObjectNode with(DatadogKind kind, ObjectNode sent, JsonNode returned) {
    String digest = digest(kind, returned);
    ObjectNode result = sent.deepCopy();
    if (kind == DatadogKind.DASHBOARD) {
      String description = result.path(DESCRIPTION).asText();
      result.put(DESCRIPTION, description + "\n[" + TAG + digest + "]");
    } else {
      result.withArray(TAGS).add(TAG + digest);
    }
    return result;
  }

  /** Of the members that people edit; not of those that Datadog changes by itself. */
  static String digest(DatadogKind kind, JsonNode returned) {
    if (!(returned instanceof ObjectNode object)) {
      return "";
    }
    ObjectNode bare = without(kind, object);
    if (bare.path("options") instanceof ObjectNode options) {
      options.remove(SILENCED);
    }
    StringBuilder text = new StringBuilder();
    for (String member : edited(kind)) {
      text.append(member).append('=').append(JsonShape.text(member, bare.path(member)));
      text.append('\n');
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Cannot digest", impossible);
    }
  }

  private static List<String> edited(DatadogKind kind) {
    return switch (kind) {
      case PIPELINE -> List.of("name", "is_enabled", "filter", "processors", TAGS, DESCRIPTION);
      case METRIC -> List.of("attributes");
      case DASHBOARD ->
          List.of(
              "title",
              DESCRIPTION,
              "layout_type",
              "reflow_type",
              "widgets",
              "template_variables",
              "notify_list");
      case MONITOR -> List.of("name", "type", "query", "message", "priority", "options", TAGS);
      case RULE ->
          List.of(
              "name",
              "type",
              "isEnabled",
              "queries",
              "cases",
              "filters",
              "options",
              "message",
              TAGS);
    };
  }
}
