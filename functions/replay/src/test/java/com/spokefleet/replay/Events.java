package com.spokefleet.replay;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** Events and backup lines as AWS writes them. */
public final class Events {
  public static final String ORG = "8a2e5b14-0f93-4d6a-8c27-7b1d3e9f6c22";

  private Events() {}

  public static String id(int number) {
    return new UUID(number, number).toString();
  }

  /** As EventBridge hands it on. */
  public static String raw(int number) {
    return """
    {"version":"0","id":"%s","detail-type":"v2.audits.entitytype.{id}.entityid.{id}",\
    "source":"aws.partner/genesys.com/cloud/%s/test","account":"111122223333",\
    "time":"2026-11-20T12:00:00Z","region":"us-east-1","resources":[],\
    "detail":{"topicName":"v2.audits.entitytype.Role.entityid.r%d","eventBody":\
    {"id":"a%d","eventTime":"2026-11-20T11:59:59.123Z","action":"Update",\
    "serviceName":"PeoplePermissions","entityType":"Role"},"metadata":{},\
    "timestamp":"2026-11-20T12:00:00.456Z"}}"""
        .formatted(id(number), ORG, number, number);
  }

  public static String splunk(int number) {
    return """
    {"time":1780220965.123,"host":"h","sourcetype":"s","event":{"event_id":"%s","org_id":"%s",\
    "n":%d},"fields":{"genesys_org_id":"%s","genesys_event_id":"%s"}}
    """
        .formatted(id(number), ORG, number, ORG, id(number));
  }

  public static String datadog(int number) {
    return """
    {"ddsource":"genesys-cloud","message":"m","genesys":{"event_id":"%s","org_id":"%s"}}
    """
        .formatted(id(number), ORG);
  }

  /** A line of Firehose's failure backup. */
  public static String line(String data, long arrival) {
    return """
    {"attemptsMade":4,"arrivalTimestamp":%d,"errorCode":"Splunk.AckTimeout",\
    "errorMessage":"m","attemptEndingTimestamp":%d,"rawData":"%s","EventId":"e"}"""
        .formatted(
            arrival,
            arrival + 1,
            Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8)));
  }
}
