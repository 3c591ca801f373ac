package com.spokefleet.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.spokefleet.events.topic.Route;
import com.spokefleet.events.topic.Topic;
import com.spokefleet.events.topic.TopicCatalogue;
import com.spokefleet.events.topic.ValueClass;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden events themselves. */
final class GoldenEventsTest {
  @Test
  void everyRoutedTopicHasOne() {
    Set<String> covered =
        GoldenEvent.all().stream().map(GoldenEvent::detailType).collect(Collectors.toSet());

    assertThat(TopicCatalogue.ALL)
        .filteredOn(topic -> topic.route() != Route.NONE)
        .extracting(Topic::template)
        .isNotEmpty()
        .isSubsetOf(covered);
  }

  @Test
  void whatIsRoutedNowhereHasSome() {
    Set<ValueClass> classes = new HashSet<>();
    GoldenEvent.all().stream()
        .flatMap(event -> TopicCatalogue.find(event.detailType()).stream())
        .forEach(topic -> classes.add(topic.value()));

    assertThat(classes).containsExactlyInAnyOrder(ValueClass.values());
    assertThat(GoldenEvent.all())
        .anyMatch(event -> TopicCatalogue.find(event.detailType()).isEmpty());
  }

  static Iterable<GoldenEvent> all() {
    return GoldenEvent.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void liesInTheFolderOfItsTopicAndIsOneOfAKind(GoldenEvent event) {
    String folder =
        TopicCatalogue.find(event.detailType()).isEmpty()
            ? "unknown"
            : event.detailType().replace(".{id}", "");

    assertThat(event.folder()).isEqualTo(folder);
    assertThat(event.tree().path("source").asText()).isEqualTo(GoldenEvent.SOURCE);
    assertThat(event.tree().at("/detail/topicName").asText())
        .matches(event.detailType().replace(".", "\\.").replace("{id}", "[^.]+"));
    assertThat(GoldenEvent.all())
        .filteredOn(other -> other.tree().path("id").equals(event.tree().path("id")))
        .hasSize(1);
  }
}
