package com.spokefleet.testing.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.render.Timestamps;

/** The JSON of what an Edge measured. */
public final class EdgeJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EdgeJson() {}

  /** As the API answers: the same with a link to the Edge. */
  public static ObjectNode ofReply(TrueEdgeMetrics metrics) {
    ObjectNode json = ofEvent(metrics);
    json.withObject("/edge").put("selfUri", Endpoint.EDGES.path() + "/" + metrics.edgeId());
    return json;
  }

  /** What the Edge is called. */
  public static String name(String id) {
    return "edge-" + id.substring(14, 18);
  }

  /** As the body of an event. */
  public static ObjectNode ofEvent(TrueEdgeMetrics metrics) {
    ObjectNode json = JSON.createObjectNode();
    json.putObject("edge").put("id", metrics.edgeId()).put("name", name(metrics.edgeId()));
    json.put("eventTime", Timestamps.text(metrics.at().toEpochMilli()));
    json.put("upTimeMsec", metrics.upTimeMillis());
    ArrayNode processors = json.putArray("processors");
    for (int processor = 0; processor < metrics.processors(); processor++) {
      // Each processor differs from the total, so that nobody can take the one for the other.
      processor(processors.addObject(), "cpu" + processor, (metrics.activePercent() + 1) % 101);
    }
    processor(processors.addObject(), "total", metrics.activePercent());
    ArrayNode memory = json.putArray("memory");
    size(memory.addObject(), metrics.memoryAvailable(), metrics.memoryTotal())
        .put("type", "physical");
    size(memory.addObject(), 0, 0).put("type", "virtual");
    ArrayNode disks = json.putArray("disks");
    size(disks.addObject(), metrics.firstDiskAvailable(), metrics.diskTotal())
        .put("partitionName", "/dev/nvme3n1");
    size(disks.addObject(), metrics.secondDiskAvailable(), metrics.diskTotal())
        .put("partitionName", "/dev/nvme4n1");
    size(disks.addObject(), 0, 0).put("partitionName", "/dev/empty");
    json.putArray("subsystems")
        .addObject()
        .put("delayMs", metrics.delayMillis())
        .put("processName", "ininedgeservices")
        .putObject("mediaSubsystem")
        .put("delayMs", 0)
        .put("processName", "media");
    ArrayNode networks = json.putArray("networks");
    network(networks.addObject(), "eth0", metrics.sentBytesPerSecond(), 0);
    network(networks.addObject(), "eth1", 0, metrics.receivedBytesPerSecond());
    return json;
  }

  private static ObjectNode size(ObjectNode json, long available, long total) {
    // Numbers of the API model are doubles: some are written so.
    return json.put("availableBytes", (double) available).put("totalBytes", total);
  }

  private static void processor(ObjectNode json, String id, long active) {
    json.put("activeTimePct", active)
        .put("cpuId", id)
        .put("idleTimePct", 100 - active)
        .put("privilegedTimePct", active / 3)
        .put("userTimePct", active - active / 3);
  }

  private static void network(ObjectNode json, String name, long sent, long received) {
    json.put("ifname", name)
        .put("sentBytesPerSec", sent)
        .put("receivedBytesPerSec", received)
        .put("bandwidthBitsPerSec", 500_000_000)
        .put("utilizationPct", Math.max(sent, received) * 8 * 100 / 500_000_000.0);
  }
}
