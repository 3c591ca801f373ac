package com.spokefleet.normalize;

import static com.spokefleet.normalize.ConversationBuilder.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.config.PiiField;
import com.spokefleet.normalize.conversation.Conversation;
import com.spokefleet.normalize.conversation.Flow;
import com.spokefleet.normalize.conversation.Metric;
import com.spokefleet.normalize.conversation.Participant;
import com.spokefleet.normalize.conversation.Segment;
import com.spokefleet.normalize.conversation.Session;
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

/** A record whose every personal field holds a marker, searched for in every component of a row. */
class RedactionTest {
  private static final Pattern MARKER = Pattern.compile("<([A-Z_]+)>");

  @Test
  void nothingAboutTheCustomerLeavesByDefault() throws ReflectiveOperationException {
    assertThat(fieldsInRows(Set.of())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "AUDIT_.*")
  void anAllowedFieldLeavesAndNoOther(PiiField field) throws ReflectiveOperationException {
    assertThat(fieldsInRows(Set.of(field))).containsExactly(field.name());
  }

  /** Negative control: the search would find every field if the rows held it. */
  @Test
  void everyFieldIsFoundWhenAllAreAllowed() throws ReflectiveOperationException {
    assertThat(fieldsInRows(EnumSet.allOf(PiiField.class))).hasSize(ofConversations());
  }

  @Test
  void interactionsHoldNothingAboutTheCustomerWhateverIsAllowed()
      throws ReflectiveOperationException {
    NormalizedConversation rows = normalize(EnumSet.allOf(PiiField.class));
    assertThat(rows.interactions()).isNotEmpty();
    for (Record row : rows.interactions()) {
      assertThat(RecordTexts.of(row)).noneSatisfy((path, text) -> assertThat(text).contains("<"));
    }
  }

  @Test
  void theNameOfAnAgentNeverComesFromTheRecord() throws ReflectiveOperationException {
    Map<String, String> texts = RecordTexts.of(normalize(EnumSet.allOf(PiiField.class)));
    assertThat(texts.values()).noneMatch(text -> text.contains("Agent's Own Name"));
  }

  /** Fields of audits are tested beside their own rows. */
  private static int ofConversations() {
    return (int)
        Arrays.stream(PiiField.values())
            .filter(field -> !field.name().startsWith("AUDIT_"))
            .count();
  }

  private static Set<String> fieldsInRows(Set<PiiField> allowed)
      throws ReflectiveOperationException {
    Set<String> found = new TreeSet<>();
    for (String text : RecordTexts.of(normalize(allowed)).values()) {
      Matcher matcher = MARKER.matcher(text);
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
    }
    return found;
  }

  private static NormalizedConversation normalize(Set<PiiField> allowed) {
    return new ConversationNormalizer(Spokes.allowing(allowed)).normalize(stuffed());
  }

  private static String marker(PiiField field) {
    return "<" + field.name() + ">";
  }

  private static Conversation stuffed() {
    return new Conversation(
        "conversation-1",
        at("14:00:00"),
        at("14:10:00"),
        null,
        "inbound",
        null,
        null,
        null,
        marker(PiiField.EXTERNAL_TAG),
        null,
        null,
        List.of(),
        List.of(
            party("customer", marker(PiiField.PARTICIPANT_NAME)),
            party("external", marker(PiiField.PARTICIPANT_NAME)),
            party("ivr", "Main menu"),
            party("acd", "Sales"),
            party("agent", "Agent's Own Name")),
        List.of(),
        List.of(),
        List.of());
  }

  private static Participant party(String purpose, String name) {
    return new Participant(
        "participant-" + purpose,
        name,
        purpose,
        null,
        null,
        marker(PiiField.EXTERNAL_CONTACT_ID),
        marker(PiiField.EXTERNAL_ORGANIZATION_ID),
        null,
        Map.of("notAllowed", "not allowed"),
        List.of(session(purpose)));
  }

  private static Session session(String purpose) {
    return new Session(
        "session-" + purpose,
        null,
        "voice",
        null,
        "inbound",
        "Edge",
        marker(PiiField.ANI),
        marker(PiiField.DNIS),
        marker(PiiField.SESSION_DNIS),
        marker(PiiField.ADDRESS_FROM),
        marker(PiiField.ADDRESS_TO),
        marker(PiiField.ADDRESS_SELF),
        marker(PiiField.ADDRESS_OTHER),
        marker(PiiField.REMOTE),
        marker(PiiField.CALLBACK_USER_NAME),
        List.of(marker(PiiField.CALLBACK_NUMBERS), marker(PiiField.CALLBACK_NUMBERS)),
        null,
        List.of(),
        null,
        null,
        List.of(),
        null,
        null,
        null,
        marker(PiiField.OUTBOUND_CONTACT_ID),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        flow(),
        List.of(new Metric("tHandle", 1, null)),
        List.of(segment()));
  }

  private static Flow flow() {
    return new Flow(
        "flow-1",
        "Main menu",
        "INBOUNDCALL",
        "1.0",
        "dnis",
        marker(PiiField.FLOW_ENTRY_REASON),
        "TRANSFER",
        "ACD",
        null,
        marker(PiiField.FLOW_TRANSFER_TARGET_ADDRESS),
        null,
        null,
        null);
  }

  private static Segment segment() {
    return new Segment(
        "interact",
        at("14:00:00"),
        at("14:01:00"),
        null,
        null,
        null,
        null,
        null,
        null,
        marker(PiiField.WRAP_UP_NOTE),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        marker(PiiField.SUBJECT),
        null);
  }
}
