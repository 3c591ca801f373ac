package com.spokefleet.events.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every topic we know about. It is in the transform's jar, so it is plain code: no file is read, no
 * reflection, no lambda and no joined text, all of which would show in a cold start. Sources of the
 * facts: the list of topics of the platform's JavaScript client 259, blueprints of Genesys, and the
 * documentation of Splunk's module for the EventBridge integration.
 */
public final class TopicCatalogue {
  /** Who did what; the entity's type and id stand for the two ids. */
  public static final String AUDITS = "v2.audits.entitytype.{id}.entityid.{id}";

  /** In the order in which people read about them: what is routed comes first. */
  public static final List<Topic> ALL =
      List.of(
          new Topic(
              AUDITS,
              BodyKind.AUDIT,
              ValueClass.HIGH,
              Route.SIEM,
              PersonalFields.AUDIT,
              true,
              false,
              Evidence.CONFIRMED),
          end("v2.detail.events.conversation.{id}.acd.end", Route.SIEM),
          end("v2.detail.events.conversation.{id}.acw", Route.SIEM),
          end("v2.detail.events.conversation.{id}.customer.end", Route.SIEM),
          end("v2.detail.events.conversation.{id}.flow.end", Route.SIEM),
          end("v2.detail.events.conversation.{id}.user.end", Route.SIEM),
          new Topic(
              "v2.operations.events.{id}",
              BodyKind.OPERATIONS_EVENT,
              ValueClass.HIGH,
              Route.SIEM,
              PersonalFields.OPERATIONS_EVENT,
              true,
              false,
              Evidence.LISTED),
          new Topic(
              "v2.telephony.providers.edges.{id}.metrics",
              BodyKind.EDGE_METRICS,
              ValueClass.HIGH,
              Route.SIEM,
              PersonalFields.NONE,
              true,
              false,
              Evidence.UNCONFIRMED),
          new Topic(
              "v2.conversations.{id}.transcription",
              BodyKind.TRANSCRIPTION,
              ValueClass.CONTENT,
              Route.S3_ONLY,
              PersonalFields.TRANSCRIPTION,
              false,
              false,
              Evidence.CONFIRMED),
          end("v2.detail.events.conversation.{id}.voicemail.end", Route.NONE),
          step("v2.detail.events.conversation.{id}.acd.start", Evidence.CONFIRMED),
          step("v2.detail.events.conversation.{id}.attributes", Evidence.CONFIRMED),
          step("v2.detail.events.conversation.{id}.contact", Evidence.LISTED),
          step("v2.detail.events.conversation.{id}.customer.start", Evidence.CONFIRMED),
          step("v2.detail.events.conversation.{id}.flow.outcome", Evidence.LISTED),
          step("v2.detail.events.conversation.{id}.flow.start", Evidence.CONFIRMED),
          step("v2.detail.events.conversation.{id}.outbound", Evidence.CONFIRMED),
          step("v2.detail.events.conversation.{id}.user.start", Evidence.CONFIRMED),
          step("v2.detail.events.conversation.{id}.voicemail.start", Evidence.CONFIRMED),
          step("v2.detail.events.conversation.{id}.wrapup", Evidence.LISTED),
          presence("v2.detail.events.agent.{id}.state", Evidence.UNCONFIRMED),
          presence("v2.users.{id}.activity", Evidence.LISTED),
          presence("v2.users.{id}.geolocation", Evidence.LISTED),
          presence("v2.users.{id}.persistentconnection", Evidence.LISTED),
          presence("v2.users.{id}.presence", Evidence.UNCONFIRMED),
          presence("v2.users.{id}.routingStatus", Evidence.LISTED),
          statistics("v2.analytics.conversation.{id}.metrics", false, Evidence.LISTED),
          statistics("v2.analytics.flow.{id}.aggregates", true, Evidence.CONFIRMED),
          statistics("v2.analytics.queues.{id}.activity", true, Evidence.UNCONFIRMED),
          statistics("v2.analytics.queues.{id}.observations", true, Evidence.UNCONFIRMED),
          statistics(
              "v2.telephony.providers.edges.trunks.{id}.metrics", true, Evidence.UNCONFIRMED),
          availability("v2.analytics.conversations.details.jobs.availability"),
          availability("v2.analytics.users.details.jobs.availability"),
          new Topic(
              "v2.routing.queues.{id}.conversations",
              BodyKind.CONVERSATION,
              ValueClass.NOISE,
              Route.NONE,
              PersonalFields.CONVERSATION,
              false,
              false,
              Evidence.UNCONFIRMED));

  /** What is personal in an event of any topic: to be looked for in events of topics not known. */
  public static final List<PersonalField> PERSONAL_ANYWHERE = PersonalFields.ofAnyTopic();

  private static final Map<String, Optional<Topic>> BY_TEMPLATE = byTemplate();
  private static final Optional<Topic> UNKNOWN = Optional.empty();

  private TopicCatalogue() {}

  /** The topic with this {@code detail-type}; allocates nothing. */
  public static Optional<Topic> find(String template) {
    return BY_TEMPLATE.getOrDefault(template, UNKNOWN);
  }

  private static Map<String, Optional<Topic>> byTemplate() {
    Map<String, Optional<Topic>> topics = HashMap.newHashMap(ALL.size());
    for (Topic topic : ALL) {
      if (topics.put(topic.template(), Optional.of(topic)) != null) {
        throw new IllegalStateException("Cannot list a topic twice: " + topic.template());
      }
    }
    return Map.copyOf(topics);
  }

  private static Topic end(String template, Route route) {
    return new Topic(
        template,
        BodyKind.CONVERSATION_DETAIL,
        route == Route.SIEM ? ValueClass.HIGH : ValueClass.LOW,
        route,
        PersonalFields.DETAIL,
        false,
        true,
        Evidence.CONFIRMED);
  }

  private static Topic step(String template, Evidence evidence) {
    return new Topic(
        template,
        BodyKind.CONVERSATION_DETAIL,
        ValueClass.LOW,
        Route.NONE,
        PersonalFields.DETAIL,
        false,
        false,
        evidence);
  }

  private static Topic presence(String template, Evidence evidence) {
    return new Topic(
        template,
        BodyKind.PRESENCE,
        ValueClass.NOISE,
        Route.NONE,
        PersonalFields.AGENT,
        false,
        false,
        evidence);
  }

  private static Topic statistics(String template, boolean metricsOnlyAllowed, Evidence evidence) {
    return new Topic(
        template,
        BodyKind.STATISTICS,
        ValueClass.LOW,
        Route.NONE,
        PersonalFields.NONE,
        metricsOnlyAllowed,
        false,
        evidence);
  }

  private static Topic availability(String template) {
    return new Topic(
        template,
        BodyKind.AVAILABILITY,
        ValueClass.LOW,
        Route.NONE,
        PersonalFields.NONE,
        true,
        false,
        Evidence.UNCONFIRMED);
  }
}
