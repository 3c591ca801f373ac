package com.spokefleet.infra.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.infra.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of an IAM policy, evaluated as AWS documents it, as far as ours go; what they do not
 * use is an error and not a guess.
 *
 * @param principals of a resource's policy; empty in one of a role
 */
record PolicyStatement(
    String sid,
    boolean allows,
    Optional<List<String>> principals,
    List<String> actions,
    List<String> resources,
    JsonNode conditions) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

  static List<PolicyStatement> of(DeployedStack stack, JsonNode document) {
    List<PolicyStatement> statements = new ArrayList<>();
    for (JsonNode node : document.path("Statement")) {
      for (String unknown : List.of("NotAction", "NotResource", "NotPrincipal")) {
        if (node.has(unknown)) {
          throw new IllegalArgumentException("Cannot evaluate " + unknown);
        }
      }
      JsonNode resolved = stack.resolve(node);
      statements.add(
          new PolicyStatement(
              resolved.path("Sid").asText(),
              resolved.path("Effect").asText().equals("Allow"),
              principals(resolved.path("Principal")),
              Template.texts(resolved.path("Action")),
              Template.texts(resolved.path("Resource")),
              resolved.path("Condition")));
    }
    return statements;
  }

  boolean matches(Principal principal, AccessRequest request) {
    return principals.map(known -> holds(known, principal)).orElse(true)
        && actions.stream().anyMatch(action -> like(action, request.action()))
        && resources.stream()
            .map(resource -> filled(resource, principal))
            .anyMatch(resource -> resource.isPresent() && like(resource.get(), request.resource()))
        && conditions.properties().stream()
            .allMatch(
                operator ->
                    operator.getValue().properties().stream()
                        .allMatch(
                            condition ->
                                holds(
                                    operator.getKey(),
                                    value(condition.getKey(), principal, request),
                                    Template.texts(condition.getValue()).stream()
                                        .flatMap(text -> filled(text, principal).stream())
                                        .toList())));
  }

  private static boolean holds(String operator, Optional<String> value, List<String> expected) {
    return switch (operator) {
      case "Null" -> expected.contains(Boolean.toString(value.isEmpty()));
      case "StringEquals" -> value.isPresent() && expected.contains(value.get());
      case "StringNotEquals" -> value.isEmpty() || !expected.contains(value.get());
      case "StringNotEqualsIfExists" -> value.isEmpty() || !expected.contains(value.get());
      case "StringLike", "ArnLike", "ArnEquals" ->
          value.isPresent() && expected.stream().anyMatch(pattern -> like(pattern, value.get()));
      case "Bool" -> value.isPresent() && expected.contains(value.get());
      case "NumericLessThan" ->
          value.isPresent()
              && expected.stream()
                  .anyMatch(limit -> Double.parseDouble(value.get()) < Double.parseDouble(limit));
      default -> throw new IllegalArgumentException("Cannot evaluate " + operator);
    };
  }

  private static Optional<String> value(String key, Principal principal, AccessRequest request) {
    String tag = "aws:PrincipalTag/";
    return key.startsWith(tag)
        ? Optional.ofNullable(principal.tags().get(key.substring(tag.length())))
        : request.context(key);
  }

  /** With the principal's tags in place of variables; empty if it has no such tag. */
  private static Optional<String> filled(String text, Principal principal) {
    Matcher variables = VARIABLE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (variables.find()) {
      String tag = variables.group(1).replace("aws:PrincipalTag/", "");
      if (!principal.tags().containsKey(tag)) {
        return Optional.empty();
      }
      variables.appendReplacement(
          filled, Matcher.quoteReplacement(principal.tags().getOrDefault(tag, "")));
    }
    return Optional.of(variables.appendTail(filled).toString());
  }

  private static boolean holds(List<String> known, Principal principal) {
    return known.contains("*")
        || known.contains(principal.arn())
        || known.contains("arn:aws:iam::" + principal.account() + ":root")
        || known.contains(principal.account());
  }

  private static Optional<List<String>> principals(JsonNode principal) {
    if (principal.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        principal.isTextual()
            ? List.of(principal.asText())
            : Template.texts(principal.path("AWS")));
  }

  private static boolean like(String pattern, String text) {
    StringBuilder expression = new StringBuilder();
    for (char character : pattern.toCharArray()) {
      switch (character) {
        case '*' -> expression.append(".*");
        case '?' -> expression.append('.');
        default -> expression.append(Pattern.quote(String.valueOf(character)));
      }
    }
    return Pattern.matches(expression.toString(), text);
  }

  @Override
  public String toString() {
    return sid.isEmpty() ? actions + " on " + resources : sid;
  }
}
