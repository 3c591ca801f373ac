package com.spokefleet.transform;

import com.spokefleet.events.org.EventOrg;
import com.spokefleet.events.privacy.PrivacyRules;
import com.spokefleet.events.settings.DestinationSettings;
import com.spokefleet.events.settings.SettingsJson;
import com.spokefleet.events.settings.TransformSettings;
import com.spokefleet.telemetry.RecordedMetrics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Invocations of a wanted size, and a program that takes one in a JVM of its own. */
final class LargeInvocation {
  /** What Lambda hands over at most. */
  static final int LARGEST = 6 << 20;

  private static final String ORG_ID = "7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811";
  private static final String EVENT =
      """
      {"version":"0","id":"e-%07d","detail-type":"v2.detail.events.conversation.{id}.acw",\
      "source":"aws.partner/genesys.com/cloud/7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811/spokefleet",\
      "time":"2026-11-10T14:11:02Z","detail":{"eventBody":{"eventTime":1794319862180,\
      "conversationId":"c-%07d","ani":"tel:+15550100123","flags":["%s"]}}}""";

  private static final String AUDIT =
      """
      {"version":"0","id":"e-%07d","detail-type":"v2.audits.entitytype.{id}.entityid.{id}",\
      "source":"aws.partner/genesys.com/cloud/7d40c2b6-58e1-4f0a-93ab-6c1f20d9e811/spokefleet",\
      "time":"2026-11-10T14:11:02Z","detail":{"eventBody":{"id":"a-%07d","action":"MemberAdd",\
      "userId":"u-1","userHomeOrgId":"another","clientId":{"id":"c-1"},"status":"SUCCESS",\
      "level":"USER","entity":{"id":"u-1","name":"Admin"},\
      "eventTime":"2026-11-10T14:11:02.000Z","entityType":"Role","serviceName":"PeoplePermissions",\
      "username":{"name":"Alex Admin"},"remoteIp":["10.0.0.1","203.0.113.24"],\
      "propertyChanges":[{"property":"scopes","oldValues":["a"],"newValues":["a","b"]},\
      {"property":"members","newValues":["m-1"]}],\
      "flags":["%s"]}}}""";

  private LargeInvocation() {}

  static TransformHandler handler(DestinationSettings destination) {
    TransformSettings settings =
        new TransformSettings(
            destination,
            List.of(new EventOrg(ORG_ID, "emea", "EMEA", new PrivacyRules(Map.of(), false))),
            Optional.empty());
    return new TransformHandler(
        Map.of(TransformHandler.SETTINGS, SettingsJson.write(settings)), new RecordedMetrics());
  }

  /** So many records that are together about so many bytes of a request. */
  static byte[] request(int records, int bytes) {
    StringBuilder request = new StringBuilder(bytes + 1_024).append("{\"records\":[");
    int perRecord = bytes / records;
    for (int record = 0; record < records; record++) {
      String around =
          ("{\"recordId\":\"%07d\",\"approximateArrivalTimestamp\":1794319862000,\"data\":\"")
              .formatted(record);
      int room = (perRecord - around.length() - 3) / 4 * 3;
      String template = record % 2 == 0 ? EVENT : AUDIT;
      int filling = Math.max(0, room - template.formatted(record, record, "").length());
      String flags = "flag\",\"".repeat(filling / 7);
      byte[] event = template.formatted(record, record, flags).getBytes(StandardCharsets.UTF_8);
      request.append(record == 0 ? "" : ",").append(around);
      request.append(Base64.getEncoder().encodeToString(event)).append("\"}");
    }
    return request.append("]}").toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Takes the invocation from its input and answers to its output, as often as it is told. */
  public static void main(String[] arguments) throws IOException {
    byte[] request = System.in.readAllBytes();
    TransformHandler handler = handler(new DestinationSettings.Splunk("soc", "genesys"));
    int times = Integer.parseInt(arguments[0]);
    for (int time = 1; time < times; time++) {
      handler.transform(new ByteArrayInputStream(request), OutputStream.nullOutputStream());
    }
    handler.transform(new ByteArrayInputStream(request), System.out);
    System.out.flush();
  }
}
