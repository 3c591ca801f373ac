package com.spokefleet.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.spokefleet.infra.CfnGuard.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rules that some resources break on purpose, each with its reason: guard-exceptions.json. */
record GuardExceptions(List<Entry> entries) {
  /**
   * @param resources an expression for "type logical id", matched as a whole
   */
  record Entry(String rule, String resources, String reason) {
    Entry {
      if (rule.isBlank() || resources.isBlank() || reason.length() < 20) {
        throw new IllegalArgumentException(
            "Cannot except " + resources + " from " + rule + " without a reason");
      }
    }

    boolean covers(Finding finding) {
      return finding.rule().equals(rule)
          && (finding.type() + " " + finding.id()).matches(resources);
    }
  }

  static GuardExceptions read() {
    try (InputStream file =
        Objects.requireNonNull(
            GuardExceptions.class.getResourceAsStream("guard-exceptions.json"))) {
      List<Entry> entries = new ArrayList<>();
      for (JsonNode entry : new ObjectMapper().readTree(file)) {
        entries.add(
            new Entry(
                entry.path("rule").asText(),
                entry.path("resources").asText(),
                entry.path("reason").asText()));
      }
      return new GuardExceptions(entries);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<Finding> without(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> entries.stream().noneMatch(entry -> entry.covers(finding)))
        .toList();
  }

  /** Exceptions that except nothing any more. */
  List<Entry> unused(List<Finding> findings) {
    return entries.stream().filter(entry -> findings.stream().noneMatch(entry::covers)).toList();
  }
}
