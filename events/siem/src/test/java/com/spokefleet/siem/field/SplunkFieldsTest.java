package com.spokefleet.siem.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.events.flatten.EventKind;
import com.spokefleet.siem.predicate.FieldValues;
import com.spokefleet.siem.splunk.field.SearchTimeFields;
import com.spokefleet.siem.splunk.field.SourceType;
import com.spokefleet.siem.splunk.search.AlertFields;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dictionary against the app that makes fields when it searches. */
final class SplunkFieldsTest {
  @Test
  void everyFieldThatTheAppMakesIsInIt() {
    for (String name : SearchTimeFields.names()) {
      assertThat(FieldDictionary.find(name)).as(name).isPresent();
    }
  }

  @Test
  void everyFieldOfAnAlertIsInIt() {
    for (AlertFields.AlertField field : AlertFields.all()) {
      assertThat(FieldDictionary.find(field.name())).as(field.name()).isPresent();
    }
  }

  /** Splunk reads a list as {@code name{}}; whoever searches by its name would find nothing. */
  @Test
  void everyListHasItsNameInTheApp() {
    FieldValues listed = field -> field.endsWith("{}") ? List.of("x") : List.of();
    for (Field field : FieldDictionary.all()) {
      boolean sent = field.origin().isFlat() || field.origin() == FieldOrigin.SPLUNK;
      if (!field.type().isList() || field.isPrefix() || !sent) {
        continue;
      }
      for (EventKind kind : field.kinds()) {
        for (SourceType type : of(kind)) {
          // Genesys Cloud sends no resources, and what no event has needs no alias.
          assertThat(SearchTimeFields.seen(type, listed).of(field.name()).isEmpty())
              .as("%s of %s", field.name(), type)
              .isEqualTo(field.name().equals("resources"));
        }
      }
    }
  }

  private static List<SourceType> of(EventKind kind) {
    return switch (kind) {
      case AUDIT -> List.of(SourceType.AUDIT);
      case CONVERSATION ->
          List.of(
              SourceType.ACD_END,
              SourceType.ACW,
              SourceType.CUSTOMER_END,
              SourceType.FLOW_END,
              SourceType.USER_END);
      case EDGE_METRICS -> List.of(SourceType.EDGE_METRICS);
      case OPERATIONS -> List.of(SourceType.OPERATIONS);
      case OTHER -> List.of(SourceType.OTHER);
      case TRANSCRIPT -> List.of();
    };
  }
}
