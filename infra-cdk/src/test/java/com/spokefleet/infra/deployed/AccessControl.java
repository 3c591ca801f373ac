package com.spokefleet.infra.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.spokefleet.infra.Template.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides as IAM does: a denial in any policy ends it; within an account the role or the resource
 * must allow, across accounts both; a key always asks its own policy, too.
 */
final class AccessControl {
  private static final String BUCKETS = "arn:aws:s3:::";

  private final Map<String, Owned> owned = new HashMap<>();

  AccessControl(List<DeployedStack> stacks) {
    for (DeployedStack stack : stacks) {
      for (Resource resource : stack.template().resources()) {
        owned.put(stack.arn(resource), new Owned(stack.account(), policy(stack, resource)));
      }
    }
  }

  /** Why it is denied; empty if it is allowed. */
  Optional<String> denial(Principal principal, AccessRequest request) {
    Optional<Owned> owner = owner(request.resource());
    List<PolicyStatement> ofResource = owner.map(Owned::statements).orElse(List.of());
    for (List<PolicyStatement> policy : List.of(principal.statements(), ofResource)) {
      for (PolicyStatement statement : policy) {
        if (!statement.allows() && statement.matches(principal, request)) {
          return Optional.of("%s denies %s".formatted(statement, request));
        }
      }
    }
    boolean byRole = allows(principal.statements(), principal, request);
    boolean byResource = allows(ofResource, principal, request);
    boolean both =
        request.action().startsWith("kms:")
            || owner.filter(found -> !found.account().equals(principal.account())).isPresent();
    if (both ? byRole && byResource : byRole || byResource) {
      return Optional.empty();
    }
    return Optional.of(
        "%s is not allowed by %s"
            .formatted(request, byRole ? "the resource" : both ? "role and resource" : "the role"));
  }

  private static boolean allows(
      List<PolicyStatement> statements, Principal principal, AccessRequest request) {
    return statements.stream()
        .anyMatch(statement -> statement.allows() && statement.matches(principal, request));
  }

  private record Owned(String account, List<PolicyStatement> statements) {}

  /** Of a bucket also for its objects. */
  private Optional<Owned> owner(String arn) {
    int object = arn.startsWith(BUCKETS) ? arn.indexOf('/') : -1;
    return Optional.ofNullable(owned.get(object < 0 ? arn : arn.substring(0, object)));
  }

  private static List<PolicyStatement> policy(DeployedStack stack, Resource resource) {
    return switch (resource.type()) {
      case "AWS::KMS::Key" -> PolicyStatement.of(stack, resource.property("KeyPolicy"));
      case "AWS::S3::Bucket" ->
          attached(
              stack,
              "AWS::S3::BucketPolicy",
              "PolicyDocument",
              policy -> policy.property("Bucket").path("Ref").asText().equals(resource.id()));
      case "AWS::Events::EventBus" ->
          attached(
              stack,
              "AWS::Events::EventBusPolicy",
              "Statement",
              policy -> stack.text(policy.property("EventBusName")).equals(stack.name(resource)));
      default -> List.of();
    };
  }

  private static List<PolicyStatement> attached(
      DeployedStack stack, String type, String document, Predicate<Resource> isIts) {
    List<PolicyStatement> statements = new ArrayList<>();
    for (Resource policy : stack.template().resources(type)) {
      if (isIts.test(policy)) {
        JsonNode own = policy.property(document);
        // That of a bus is a single statement and no document.
        statements.addAll(
            PolicyStatement.of(
                stack,
                own.has("Statement")
                    ? own
                    : JsonNodeFactory.instance
                        .objectNode()
                        .set("Statement", JsonNodeFactory.instance.arrayNode().add(own))));
      }
    }
    return statements;
  }
}
