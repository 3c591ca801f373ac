package com.spokefleet.cli.backfill;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.cli.terminal.Format;
import java.util.List;
import java.util.Locale;

/** A backfill as lines for people and as a document for scripts. */
final class BackfillText {
  private BackfillText() {}

  static String line(BackfillState state) {
    String left =
        switch (state.status()) {
          case COMPLETED -> state.daysAhead() == 0 ? "complete" : "as far as Genesys' data reaches";
          case FAILED -> "failed";
          case BUSY -> "waits for another run";
          case INCOMPLETE ->
              state.remaining().map(time -> "about " + Format.age(time) + " left").orElse("begun");
        };
    String message = state.message().isEmpty() ? "" : ": " + state.message();
    return "%s of %s days, %s conversations, %s requests, %s%s"
        .formatted(
            Format.count(state.daysRead()),
            Format.count(state.days()),
            Format.count(state.landed()),
            Format.count(state.requests()),
            left,
            message);
  }

  static ObjectNode document(List<BackfillState> states) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.putArray("orgs");
    for (BackfillState state : states) {
      document
          .withArray("orgs")
          .addObject()
          .put("org", state.org())
          .put("status", state.status().name().toLowerCase(Locale.ROOT))
          .put("days", state.days())
          .put("daysAhead", state.daysAhead())
          .put("conversations", state.landed())
          .put("requests", state.requests())
          .put("seconds", state.elapsed().toSeconds())
          .put("message", state.message().isEmpty() ? null : state.message());
    }
    return document;
  }
}
