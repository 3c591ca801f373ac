package com.spokefleet.genesys.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a Genesys entity listing. Genesys documents all the numbers but promises none.
 *
 * @param entities the objects as sent
 * @param number counted from 1
 * @param count how many pages there are
 * @param total how many objects there are
 * @param hasNextUri whether the page points to a further one
 */
record ListingPage(
    List<JsonNode> entities,
    @Nullable Long number,
    @Nullable Long count,
    @Nullable Long total,
    boolean hasNextUri) {
  ListingPage {
    entities = List.copyOf(entities);
  }

  static ListingPage of(JsonNode answer, String purpose) {
    JsonNode entities = answer.path("entities");
    if (!entities.isArray()) {
      throw SdkClient.unusable(purpose, "the answer has no list of entities");
    }
    List<JsonNode> objects = new ArrayList<>(entities.size());
    entities.forEach(objects::add);
    return new ListingPage(
        objects,
        number(answer.path("pageNumber")),
        number(answer.path("pageCount")),
        number(answer.path("total")),
        answer.path("nextUri").isTextual());
  }

  /** Whether another page must be asked for; without any hint, until a page is empty. */
  boolean isFollowed(int ownNumber) {
    if (hasNextUri) {
      return true;
    }
    return count != null ? ownNumber < count : !entities.isEmpty();
  }

  private static @Nullable Long number(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : null;
  }
}
