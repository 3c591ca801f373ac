package com.spokefleet.siem.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.events.privacy.Personal;
import com.spokefleet.events.privacy.PersonalFields;
import com.spokefleet.siem.field.GoldenOutputs.Form;
import com.spokefleet.siem.field.GoldenOutputs.Met;
import com.spokefleet.siem.field.GoldenOutputs.Pair;
import com.spokefleet.siem.lookup.Enrichment;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dictionary against what really goes out. */
final class FieldDictionaryTest {
  @ParameterizedTest
  @EnumSource(Form.class)
  void everyFieldThatGoesOutIsInIt(Form form) {
    for (Met met : GoldenOutputs.of(form)) {
      Optional<Field> found = find(form, met.name());

      assertThat(found).as("%s of %s", met.name(), met.topic()).isPresent();
      Field field = found.get();
      assertThat(isOf(field, met.value()))
          .as("%s is no %s: %s", met.name(), field.type().words(), met.value())
          .isTrue();
      assertThat(field.kinds()).as(met.name()).contains(met.kind());
      if (!field.topics().isEmpty() && met.topic().contains(".conversation.")) {
        assertThat(field.topics()).as(met.name()).anyMatch(end -> met.topic().endsWith("}." + end));
      }
    }
  }

  @Test
  void everyFieldOfItIsMetOrSaysWhyNot() {
    Set<Field> met = new HashSet<>();
    for (Form form : Form.values()) {
      GoldenOutputs.of(form).forEach(one -> find(form, one.name()).ifPresent(met::add));
    }
    for (Field field : FieldDictionary.all()) {
      assertThat(met.contains(field))
          .as(
              "%s, which is %s",
              field.name(), field.unmet().map(why -> "unmet: " + why).orElse("met"))
          .isEqualTo(field.unmet().isEmpty());
      assertThat(field.example().isPresent()).as(field.name()).isEqualTo(field.unmet().isEmpty());
    }
  }

  @Test
  void everyExampleIsOfAGoldenEvent() {
    for (Field field : FieldDictionary.all()) {
      Form form = field.origin() == FieldOrigin.DATADOG ? Form.DATADOG_OWN : Form.SPLUNK;
      Set<String> values = new TreeSet<>();
      GoldenOutputs.of(form).stream()
          .filter(met -> !met.masked() && find(form, met.name()).equals(Optional.of(field)))
          .forEach(met -> values.addAll(texts(met.value())));

      field.example().ifPresent(example -> assertThat(values).as(field.name()).contains(example));
    }
  }

  @Test
  void everyKindAndTopicThatItNamesIsMet() {
    List<Met> all = GoldenOutputs.of(Form.SPLUNK);
    for (Field field : FieldDictionary.all()) {
      if (field.unmet().isPresent() || field.origin() == FieldOrigin.DATADOG) {
        continue;
      }
      for (String end : field.topics()) {
        assertThat(all)
            .as("%s of %s", field.name(), end)
            .anyMatch(met -> field.answersTo(met.name()) && met.topic().endsWith("}." + end));
      }
    }
  }

  @Test
  void everyFlatFieldIsInOcsfWhereTheDictionarySays() {
    Set<String> places = new HashSet<>();
    for (Pair pair : GoldenOutputs.pairs()) {
      for (Map.Entry<String, JsonNode> member : pair.fields().properties()) {
        Field field = FieldDictionary.find(member.getKey()).orElseThrow();
        if (!field.origin().isFlat()) {
          continue;
        }
        List<String> met =
            field.ocsf().stream()
                .filter(place -> texts(at(pair.ocsf(), place)).equals(texts(member.getValue())))
                .toList();
        places.addAll(met);
        assertThat(pair.ocsf().path("unmapped").has(member.getKey()))
            .as("%s of %s, which is at %s", member.getKey(), pair.file(), met)
            .isEqualTo(met.isEmpty());
      }
    }
    assertThat(FieldDictionary.all().stream().flatMap(field -> field.ocsf().stream()))
        .isNotEmpty()
        .allMatch(places::contains);
  }

  private static JsonNode at(JsonNode event, String place) {
    return event.at("/" + place.replace('.', '/'));
  }

  @Test
  void noNameComesTwice() {
    assertThat(FieldDictionary.all().stream().flatMap(field -> field.splunk().stream()))
        .doesNotHaveDuplicates();
    assertThat(FieldDictionary.all().stream().flatMap(field -> field.datadog().stream()))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatTellsOfCustomersSaysThatItIsLeftOut() {
    for (Field field : FieldDictionary.read("customers.yaml")) {
      String name = field.name().replace("*", "any");

      assertThat(PersonalFields.of(name)).as(name).isEqualTo(Personal.CUSTOMER);
    }
    assertThat(FieldDictionary.all())
        .filteredOn(field -> PersonalFields.of(field.name()) == Personal.CUSTOMER)
        .allMatch(field -> field.unmet().isPresent());
  }

  @Test
  void findsANameBeforeWhatItBeginsWith() {
    assertThat(name("message_message")).isEqualTo("message_message");
    assertThat(name("message_message_params_user")).isEqualTo("message_message_params_*");
    assertThat(name("message_else")).isEqualTo("message_*");
    assertThat(name("context_anything")).isEqualTo("context_*");
    assertThat(FieldDictionary.find("nothing_like_it")).isEmpty();
    assertThat(FieldDictionary.find("status").orElseThrow().origin()).isEqualTo(FieldOrigin.SPLUNK);
    assertThat(FieldDictionary.find("evt.name").orElseThrow().origin())
        .isEqualTo(FieldOrigin.DATADOG);
  }

  @Test
  void findsWhatDatadogAsksFor() {
    assertThat(FieldDictionary.findInDatadog("@genesys.level").orElseThrow().name())
        .isEqualTo("level");
    assertThat(FieldDictionary.findInDatadog("@genesys.context_any")).isPresent();
    assertThat(FieldDictionary.findInDatadog("@evt.outcome")).isPresent();
    assertThat(FieldDictionary.findInDatadog("service").orElseThrow().origin())
        .isEqualTo(FieldOrigin.DATADOG);
    // Splunk's alone.
    assertThat(FieldDictionary.findInDatadog("@genesys.object_attrs")).isEmpty();
    assertThat(FieldDictionary.findInDatadog("@level")).isEmpty();
    assertThat(FieldDictionary.findInDatadog("@genesys.ddsource")).isEmpty();
    assertThat(FieldDictionary.findInSplunk("leg")).isEmpty();
    assertThat(FieldDictionary.findInSplunk("evt.name")).isEmpty();
  }

  @Test
  void whatIsLookedUpIsInIt() {
    for (String name :
        List.of(Enrichment.PRIVILEGED_OBJECT, Enrichment.PRIVILEGED_ACTOR, Enrichment.ACTOR_NAME)) {
      assertThat(FieldDictionary.find(name).orElseThrow().origin()).isEqualTo(FieldOrigin.LOOKUP);
    }
  }

  /** Negative control: a file with a mistake does not become a dictionary with a hole. */
  @Test
  void aMistakeIsToldWithItsPlace() {
    String right = "kinds: [audit]\norigin: event\nfields:\n  a: {type: text, means: x, from: y}";
    assertThat(new FieldReader("f").read(right)).hasSize(1);
    for (String wrong :
        List.of(
            "x",
            "kinds: [audit]",
            right.replace("type: text", "type: texd"),
            right.replace("means", "mean"),
            right.replace("audit", "audits"),
            right.replace("event", "evend"),
            right.replace("[audit]", "audit"),
            right.replace("{", "["))) {
      assertThatThrownBy(() -> new FieldReader("f.yaml").read(wrong))
          .isInstanceOf(InvalidFieldException.class)
          .hasMessageContaining("f.yaml");
    }
  }

  private static String name(String asked) {
    return FieldDictionary.find(asked).orElseThrow().name();
  }

  private static Optional<Field> find(Form form, String name) {
    return switch (form) {
      case SPLUNK -> FieldDictionary.findInSplunk(name);
      case DATADOG -> FieldDictionary.findInDatadog("@genesys." + name);
      case DATADOG_OWN ->
          FieldDictionary.all().stream()
              .filter(field -> field.origin() == FieldOrigin.DATADOG && field.name().equals(name))
              .findFirst();
    };
  }

  private static boolean isOf(Field field, JsonNode value) {
    return switch (field.type()) {
      case TEXT -> value.isTextual();
      case NUMBER -> value.isNumber();
      case BOOLEAN -> value.isBoolean();
      case TIME -> value.isTextual() && isTime(value.asText());
      // A single word in place of a list is how Splunk's model says that there is none.
      case TEXTS -> all(value, true) || field.name().equals("object_attrs") && value.isTextual();
      case NUMBERS -> all(value, false);
    };
  }

  /** Lists of what the parts of an array say have nulls where a part says nothing. */
  private static boolean all(JsonNode list, boolean texts) {
    return list.isArray()
        && list.valueStream()
            .allMatch(one -> one.isNull() || (texts ? one.isTextual() : one.isNumber()));
  }

  private static boolean isTime(String text) {
    try {
      return Instant.parse(text).isAfter(Instant.EPOCH);
    } catch (DateTimeParseException none) {
      return false;
    }
  }

  private static List<String> texts(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(JsonNode::asText).toList()
        : List.of(value.asText());
  }
}
