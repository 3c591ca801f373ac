package com.spokefleet.infra.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.spokefleet.infra.Template;
import com.spokefleet.infra.Template.Resource;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A stack with the names and ARNs that CloudFormation would give what is in it; ids that AWS makes
 * up are the logical ones.
 */
record DeployedStack(Template template, String account, String region) {
  /** What Secrets Manager adds to a name. */
  private static final String SECRET_SUFFIX = "-AbCdEf";

  String name() {
    return template.name().replace(".template.json", "");
  }

  /** The only resource of a type with such a property. */
  Resource one(String type, String property, String value) {
    return template.resources(type).stream()
        .filter(resource -> text(resource.property(property)).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "No %s with %s %s in %s".formatted(type, property, value, template.name())));
  }

  String text(JsonNode value) {
    return resolve(value).asText();
  }

  /** The value without references. */
  JsonNode resolve(JsonNode value) {
    if (value.has("Ref")) {
      return TextNode.valueOf(reference(value.path("Ref").asText()));
    }
    if (value.has("Fn::GetAtt")) {
      JsonNode path = value.path("Fn::GetAtt");
      return TextNode.valueOf(
          attribute(template.resource(path.path(0).asText()), path.path(1).asText()));
    }
    if (value.has("Fn::Join")) {
      JsonNode join = value.path("Fn::Join");
      StringBuilder joined = new StringBuilder();
      String separator = "";
      for (JsonNode part : join.path(1)) {
        joined.append(separator).append(text(part));
        separator = join.path(0).asText();
      }
      return TextNode.valueOf(joined.toString());
    }
    if (value.isObject()) {
      ObjectNode object = new ObjectMapper().createObjectNode();
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        if (field.getKey().startsWith("Fn::")) {
          throw new IllegalArgumentException("Cannot resolve " + value);
        }
        object.set(field.getKey(), resolve(field.getValue()));
      }
      return object;
    }
    if (value.isArray()) {
      ArrayNode array = new ObjectMapper().createArrayNode();
      value.forEach(element -> array.add(resolve(element)));
      return array;
    }
    return value;
  }

  String arn(Resource resource) {
    String name = name(resource);
    return switch (resource.type()) {
      case "AWS::S3::Bucket" -> "arn:aws:s3:::" + name;
      case "AWS::DynamoDB::Table" -> arn("dynamodb", "table/" + name);
      case "AWS::KMS::Key" -> arn("kms", "key/" + resource.id());
      case "AWS::SecretsManager::Secret" -> arn("secretsmanager", "secret:" + name + SECRET_SUFFIX);
      case "AWS::Lambda::Function" -> arn("lambda", "function:" + name);
      case "AWS::SQS::Queue" -> arn("sqs", name);
      case "AWS::Events::EventBus" -> arn("events", "event-bus/" + name);
      case "AWS::Events::Rule" -> arn("events", "rule/" + name);
      case "AWS::KinesisFirehose::DeliveryStream" -> arn("firehose", "deliverystream/" + name);
      case "AWS::Logs::LogGroup" -> arn("logs", "log-group:" + name + ":*");
      case "AWS::IAM::Role" -> "arn:aws:iam::" + account + ":role/" + name;
      default -> arn("other", resource.type() + "/" + resource.id());
    };
  }

  String name(Resource resource) {
    JsonNode name =
        switch (resource.type()) {
          case "AWS::S3::Bucket" -> resource.property("BucketName");
          case "AWS::DynamoDB::Table" -> resource.property("TableName");
          case "AWS::Lambda::Function" -> resource.property("FunctionName");
          case "AWS::SQS::Queue" -> resource.property("QueueName");
          case "AWS::KinesisFirehose::DeliveryStream" -> resource.property("DeliveryStreamName");
          case "AWS::Logs::LogGroup" -> resource.property("LogGroupName");
          case "AWS::IAM::Role" -> resource.property("RoleName");
          case "AWS::SecretsManager::Secret", "AWS::Events::EventBus", "AWS::Events::Rule" ->
              resource.property("Name");
          default -> TextNode.valueOf(resource.id());
        };
    return text(name);
  }

  private String reference(String id) {
    return switch (id) {
      case "AWS::AccountId" -> account;
      case "AWS::Region" -> region;
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      default -> {
        Resource resource = template.resource(id);
        yield switch (resource.type()) {
          // CloudFormation gives the ARN of these, not their name.
          case "AWS::SecretsManager::Secret", "AWS::Lambda::LayerVersion", "AWS::Lambda::Alias" ->
              arn(resource);
          default -> name(resource);
        };
      }
    };
  }

  private String attribute(Resource resource, String attribute) {
    return switch (attribute) {
      case "Arn" -> arn(resource);
      case "Name", "QueueName", "RoleName" -> name(resource);
      default -> resource.id() + "." + attribute;
    };
  }

  private String arn(String service, String rest) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, account, rest);
  }
}
