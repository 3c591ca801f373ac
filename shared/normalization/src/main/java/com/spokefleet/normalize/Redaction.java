package com.spokefleet.normalize;

import com.spokefleet.config.PiiField;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The only way a customer-identifying value gets into a row: whatever is not on the spoke's allow
 * list becomes null.
 */
final class Redaction {
  private final Set<PiiField> allowed;

  Redaction(Set<PiiField> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  @Nullable String text(PiiField field, @Nullable String value) {
    return allowed.contains(field) ? value : null;
  }

  /**
   * Several values as one comma-separated text; null when there are none or they are not allowed.
   */
  @Nullable String texts(PiiField field, List<String> values) {
    return allowed.contains(field) ? JoinedText.of(values) : null;
  }
}
