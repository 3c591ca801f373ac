package com.spokefleet.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** One CloudFormation template, read from what was synthesised. */
public record Template(String name, JsonNode root) {

  /** A resource of a template. */
  public record Resource(String template, String id, JsonNode node) {
    public String type() {
      return node.path("Type").asText();
    }

    public JsonNode property(String name) {
      return node.path("Properties").path(name);
    }

    /** As assertions name it. */
    @Override
    public String toString() {
      return template + ": " + id;
    }
  }

  public List<Resource> resources() {
    List<Resource> resources = new ArrayList<>();
    root.path("Resources")
        .properties()
        .forEach(entry -> resources.add(new Resource(name, entry.getKey(), entry.getValue())));
    return resources;
  }

  public List<Resource> resources(String type) {
    return resources().stream().filter(resource -> resource.type().equals(type)).toList();
  }

  public Resource resource(String id) {
    JsonNode node = root.path("Resources").path(id);
    if (node.isMissingNode()) {
      throw new NoSuchElementException("No resource " + id + " in " + name);
    }
    return new Resource(name, id, node);
  }

  /** The resource that a Ref or GetAtt is about. */
  public Resource target(JsonNode reference) {
    return resource(
        reference.has("Ref")
            ? reference.path("Ref").asText()
            : reference.path("Fn::GetAtt").path(0).asText());
  }

  /**
   * A value as text: references as {@code ${Id}} or {@code ${Id.Attribute}}, joins put together.
   */
  public static String text(JsonNode value) {
    if (value.has("Ref")) {
      return "${" + value.path("Ref").asText() + "}";
    }
    if (value.has("Fn::GetAtt")) {
      return "${%s.%s}"
          .formatted(
              value.path("Fn::GetAtt").path(0).asText(), value.path("Fn::GetAtt").path(1).asText());
    }
    if (value.has("Fn::Sub")) {
      return value.path("Fn::Sub").asText();
    }
    if (value.has("Fn::Join")) {
      StringBuilder joined = new StringBuilder();
      String separator = "";
      for (JsonNode part : value.path("Fn::Join").path(1)) {
        joined.append(separator).append(text(part));
        separator = value.path("Fn::Join").path(0).asText();
      }
      return joined.toString();
    }
    return value.isValueNode() ? value.asText() : value.toString();
  }

  /** One value or a list of them, as texts. */
  public static List<String> texts(JsonNode value) {
    if (!value.isArray()) {
      return value.isMissingNode() ? List.of() : List.of(text(value));
    }
    List<String> texts = new ArrayList<>();
    value.forEach(element -> texts.add(text(element)));
    return texts;
  }
}
