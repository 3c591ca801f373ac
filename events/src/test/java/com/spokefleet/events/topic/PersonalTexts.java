package com.spokefleet.events.topic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds texts that look like a person's in members that are not said to be personal. */
final class PersonalTexts {
  /** Numbers, e-mail and IP addresses, and the people of the golden events. */
  private static final Pattern PERSONAL =
      Pattern.compile(
          "tel:.*|\\+\\d{6,}.*|.*@.*\\..*|\\d+\\.\\d+\\.\\d+\\.\\d+|.*(Raman|Lindqvist|Novak|Jana).*");

  private PersonalTexts() {}

  static List<String> outside(JsonNode body, List<PersonalField> personal) {
    List<String> found = new ArrayList<>();
    List<String> paths = personal.stream().map(PersonalField::path).toList();
    walk("", body, paths, found);
    return found;
  }

  private static void walk(String path, JsonNode node, List<String> personal, List<String> found) {
    if (personal.contains(path)) {
      return;
    }
    if (node.isObject()) {
      node.properties()
          .forEach(
              member ->
                  walk(
                      path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                      member.getValue(),
                      personal,
                      found));
    } else if (node.isArray()) {
      node.forEach(element -> walk(path, element, personal, found));
    } else if (PERSONAL.matcher(node.asText()).matches()) {
      found.add(path + ": " + node.asText());
    }
  }
}
