package com.spokefleet.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.config.PiiField;
import com.spokefleet.config.Spoke;
import com.spokefleet.normalize.audit.Audit;
import com.spokefleet.normalize.audit.AuditNormalizer;
import com.spokefleet.normalize.audit.AuditRow;
import com.spokefleet.normalize.audit.PropertyChange;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An audit whose every personal field holds a marker, searched for in every column of its row. */
class AuditRowsTest {
  private static final Pattern MARKER = Pattern.compile("<([A-Z_]+)>");

  @Test
  void nothingPersonalLeavesByDefault() throws ReflectiveOperationException {
    assertThat(markers(row(Spokes.dublin()))).containsExactly("CLIENT_ID", "USER_ID");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "AUDIT_.*")
  void anAllowedFieldLeavesAndNoOther(PiiField field) throws ReflectiveOperationException {
    assertThat(markers(row(Spokes.allowing(Set.of(field)))))
        .containsExactlyInAnyOrder(field.name(), "CLIENT_ID", "USER_ID");
  }

  /** Negative control: the search would find every field if the row held it. */
  @Test
  void everyFieldIsFoundWhenAllAreAllowed() throws ReflectiveOperationException {
    Set<String> all = new TreeSet<>(Set.of("CLIENT_ID", "USER_ID"));
    Arrays.stream(PiiField.values())
        .map(PiiField::name)
        .filter(name -> name.startsWith("AUDIT_"))
        .forEach(all::add);
    assertThat(markers(row(Spokes.allowing(EnumSet.allOf(PiiField.class)))))
        .containsExactlyElementsOf(all);
  }

  @Test
  void ofAMetricsOnlyOrgNothingOfAPersonLeavesNotEvenIds() throws ReflectiveOperationException {
    AuditRow row = row(Spokes.metricsOnly());

    assertThat(markers(row)).isEmpty();
    assertThat(row.entityId()).as("a queue is no person").isEqualTo("queue-1");
    assertThat(row.propertyChangeCount()).isEqualTo(2);
    assertThat(row.action()).isEqualTo("Update");
    assertThat(new AuditNormalizer(Spokes.metricsOnly()).normalize(audit("User")).entityId())
        .isNull();
    assertThat(new AuditNormalizer(Spokes.metricsOnly()).normalize(audit("NewKind")).entityId())
        .as("an unknown kind of entity may be a person")
        .isNull();
  }

  @Test
  void valuesAreWrittenAsJsonInOneOrderWhateverOrderTheyCameIn() {
    Spoke spoke = Spokes.allowing(EnumSet.of(PiiField.AUDIT_PROPERTY_VALUES));
    PropertyChange first = new PropertyChange("a\n", List.of("\"x\\"), List.of());
    PropertyChange second = new PropertyChange("b", List.of(), List.of("1", "2"));

    String forwards = changes(spoke, List.of(first, second));
    assertThat(forwards)
        .isEqualTo(
            "[{\"property\":\"a\\u000a\",\"old\":[\"\\\"x\\\\\"],\"new\":[]},"
                + "{\"property\":\"b\",\"old\":[],\"new\":[\"1\",\"2\"]}]");
    assertThat(changes(spoke, List.of(second, first))).isEqualTo(forwards);
  }

  private static String changes(Spoke spoke, List<PropertyChange> changes) {
    return String.valueOf(
        new AuditNormalizer(spoke).normalize(audit("Queue", changes)).propertyChanges());
  }

  private static AuditRow row(Spoke spoke) {
    return new AuditNormalizer(spoke).normalize(audit("Queue"));
  }

  private static Audit audit(String entityType) {
    return audit(
        entityType,
        List.of(
            new PropertyChange("name", List.of("<AUDIT_PROPERTY_VALUES>"), List.of("new")),
            new PropertyChange("size", List.of(), List.of("<AUDIT_PROPERTY_VALUES>"))));
  }

  private static Audit audit(String entityType, List<PropertyChange> changes) {
    return new Audit(
        "audit-1",
        Instant.parse("2026-11-10T14:20:25Z"),
        "ContactCenter",
        "Update",
        entityType,
        "queue-1",
        "<AUDIT_ENTITY_NAME>",
        "<USER_ID>",
        "<AUDIT_USER_NAME>",
        "org",
        "<CLIENT_ID>",
        List.of("<AUDIT_REMOTE_IP>", "10.20.30.40"),
        "USER",
        "SUCCESS",
        "Admin UI",
        "audit.update",
        changes,
        0,
        Map.of("divisionId", "d-1", "other", "<AUDIT_CONTEXT>"),
        "transaction-1",
        "Update",
        true);
  }

  private static Set<String> markers(AuditRow row) throws ReflectiveOperationException {
    Set<String> found = new TreeSet<>();
    for (String text : RecordTexts.of(row).values()) {
      Matcher matcher = MARKER.matcher(text);
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    return found;
  }
}
