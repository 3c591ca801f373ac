package com.spokefleet.siem.splunk.field;

import com.spokefleet.siem.detection.EventScope;
import java.util.List;

/** The kinds of records an app knows, by Splunk's name for them. */
public enum SourceType {
  AUDIT("genesyscloud:eventbridge:audit"),
  ACD_END("genesyscloud:eventbridge:conversation:acd_end"),
  ACW("genesyscloud:eventbridge:conversation:acw"),
  CUSTOMER_END("genesyscloud:eventbridge:conversation:customer_end"),
  FLOW_END("genesyscloud:eventbridge:conversation:flow_end"),
  USER_END("genesyscloud:eventbridge:conversation:user_end"),
  EDGE_METRICS("genesyscloud:eventbridge:edge:metrics"),
  OPERATIONS("genesyscloud:eventbridge:operations"),
  OTHER("genesyscloud:eventbridge:other"),
  /** Audits that Splunk's own add-on has polled, in either of its two shapes. */
  POLLED_AUDIT("genesyscloud:operational:audits");

  /** What all records of the event stream are. */
  public static final String STREAMED = "genesyscloud:eventbridge:*";

  private final String text;

  SourceType(String text) {
    this.text = text;
  }

  /** The source type. */
  public String text() {
    return text;
  }

  /** Those that hold such events. */
  public static List<SourceType> of(EventScope scope) {
    return switch (scope) {
      case AUDITS -> List.of(AUDIT, POLLED_AUDIT);
      case CONVERSATIONS -> List.of(ACD_END, ACW, CUSTOMER_END, FLOW_END, USER_END);
      case EDGES -> List.of(EDGE_METRICS);
      case OPERATIONS -> List.of(OPERATIONS);
      case ALL -> List.of(values());
    };
  }
}
