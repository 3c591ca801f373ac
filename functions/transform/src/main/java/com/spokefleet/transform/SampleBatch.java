package com.spokefleet.transform;

import com.spokefleet.events.org.EventOrg;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A request of Firehose with invented events, one of each kind that takes a way of its own, for
 * each of the first organisations, and what comes wrong.
 */
final class SampleBatch {
  private static final int ORGS = 3;
  private static final String STRANGER = "00000000-0000-4000-8000-000000000000";

  private static final String CONVERSATION =
      """
      {"version":"0","id":"00000000-0000-4000-8000-000000000001",
       "detail-type":"v2.detail.events.conversation.{id}.customer.end",
       "source":"aws.partner/genesys.com/cloud/%s/sample","account":"111122223333",
       "time":"2026-01-01T00:00:00Z","region":"us-east-1","resources":[],
       "detail":{"topicName":"v2.detail.events.conversation.00000000-0000-4000-8000-000000000002.customer.end",
       "version":"2","timestamp":"2026-01-01T00:00:00.125Z","metadata":{"CorrelationId":"sample"},
       "eventBody":{"eventTime":1767225600125,"conversationId":"00000000-0000-4000-8000-000000000002",
       "participantId":"00000000-0000-4000-8000-000000000003","sessionId":"00000000-0000-4000-8000-000000000004",
       "mediaType":"VOICE","direction":"INBOUND","provider":"Edge","ani":"tel:+15550100001",
       "dnis":"tel:+15550100002","userId":"00000000-0000-4000-8000-000000000005",
       "queueId":"00000000-0000-4000-8000-000000000006","interactingDurationMs":104545,
       "conversationExternalContactIds":["00000000-0000-4000-8000-000000000007"],"disconnectType":"PEER",
       "unknownToAll":{"text":"a \\"quoted\\" \\u00e9\\n","number":-1.5e3,"flag":true,"none":null}}}}""";

  private static final String AUDIT =
      """
      {"version":"0","id":"00000000-0000-4000-8000-000000000011","detail-type":"v2.audits.entitytype.{id}.entityid.{id}",
       "source":"aws.partner/genesys.com/cloud/%s/sample","account":"111122223333",
       "time":"2026-01-01T00:00:00Z","region":"us-east-1","resources":[],
       "detail":{"topicName":"v2.audits.entitytype.Queue.entityid.00000000-0000-4000-8000-000000000006",
       "version":"2","timestamp":"2026-01-01T00:00:00.125Z","metadata":{"CorrelationId":"sample"},
       "eventBody":{"id":"00000000-0000-4000-8000-000000000012","userId":"00000000-0000-4000-8000-000000000005",
       "userHomeOrgId":"%1$s","serviceName":"ContactCenter","level":"USER","status":"SUCCESS",
       "eventDate":"2026-01-01T00:00:00.100Z","entityType":"Queue","action":"UPDATE",
       "entity":{"id":"00000000-0000-4000-8000-000000000006","name":"Sample"},"remoteIp":["192.0.2.1"],
       "propertyChanges":[{"property":"name","oldValues":["Sampel"],"newValues":["Sample"]}]}}}""";

  private static final String EDGE =
      """
      {"version":"0","id":"00000000-0000-4000-8000-000000000021",
       "detail-type":"v2.telephony.providers.edges.{id}.metrics",
       "source":"aws.partner/genesys.com/cloud/%s/sample","account":"111122223333",
       "time":"2026-01-01T00:00:00Z","region":"us-east-1","resources":[],
       "detail":{"topicName":"v2.telephony.providers.edges.00000000-0000-4000-8000-000000000022.metrics",
       "version":"2","eventBody":{"edge":{"id":"00000000-0000-4000-8000-000000000022"},
       "eventTime":"2026-01-01T00:00:00Z","processors":[{"activeTimePct":12.5,"idleTimePct":87.5,"cpuId":"total"}],
       "memory":[{"availableBytes":1000000,"totalBytes":2000000,"type":"physical"}],
       "disks":[{"availableBytes":1000000,"totalBytes":2000000,"partitionName":"/dev/sda1"}],
       "networks":[{"ifname":"eth0","sentBytesPerSec":10.25,"receivedBytesPerSec":11,"utilizationPct":0.1}]}}}""";

  private SampleBatch() {}

  /** Stands in for the key of hashes. */
  static byte[] key() {
    return "a key of no meaning".getBytes(StandardCharsets.UTF_8);
  }

  static byte[] of(List<EventOrg> orgs) {
    List<String> records = new ArrayList<>(List.of("", "{", "{\"no\":\"event\"}"));
    List<String> ids = new ArrayList<>(orgs.stream().limit(ORGS).map(EventOrg::orgId).toList());
    ids.add(STRANGER);
    for (String id : ids) {
      for (String event : List.of(CONVERSATION, AUDIT, EDGE)) {
        records.add(event.formatted(id));
      }
    }
    StringBuilder request =
        new StringBuilder("{\"invocationId\":\"sample\",\"region\":\"us-east-1\",\"records\":[");
    for (int record = 0; record < records.size(); record++) {
      byte[] bytes = records.get(record).getBytes(StandardCharsets.UTF_8);
      request
          .append(record == 0 ? "" : ",")
          .append("{\"recordId\":\"sample-")
          .append(record)
          .append("\",\"approximateArrivalTimestamp\":1767225600125,\"data\":\"")
          .append(Base64.getEncoder().encodeToString(bytes))
          .append("\"}");
    }
    return request.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }
}
