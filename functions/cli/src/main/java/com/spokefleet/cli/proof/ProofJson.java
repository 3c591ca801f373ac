package com.spokefleet.cli.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.lake.proof.Comparison;
import com.spokefleet.lake.proof.EmittedCounts;
import com.spokefleet.lake.proof.PartitionProof;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The report as a script reads it: every day of every table, null for unknown. */
final class ProofJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ProofJson() {}

  static JsonNode of(ProofReport report) {
    ObjectNode json = NODES.objectNode();
    json.put("madeAt", report.madeAt().toString());
    json.put("verified", report.verified());
    json.put("tolerance", report.tolerance());
    json.put("sound", report.isSound());
    json.putArray("orgs");
    for (OrgProof org : report.orgs()) {
      ObjectNode object = json.withArray("orgs").addObject();
      object.put("orgId", org.orgId());
      object.put("name", org.name());
      object.put("sound", org.isSound(report.tolerance()));
      object.put("readUpTo", org.readUpTo().map(Instant::toString).orElse(null));
      object.putArray("tables");
      org.tables().forEach(table -> add(object.withArray("tables").addObject(), table));
    }
    return json;
  }

  private static void add(ObjectNode json, TableProof table) {
    json.put("table", table.table());
    json.put("settledDifference", table.settledDifference());
    json.put("earlierDays", table.earlierDays());
    json.putArray("days");
    for (DayProof day : table.days()) {
      ObjectNode object = json.withArray("days").addObject();
      object.put("day", day.day().toString());
      object.put("state", day.state().name().toLowerCase(Locale.ROOT));
      object.put("defect", day.defect().isEmpty() ? null : day.defect());
      day.proof().ifPresent(proof -> add(object, proof));
    }
  }

  private static void add(ObjectNode json, PartitionProof proof) {
    json.put("status", proof.status().label());
    json.put("rows", proof.rows());
    json.put("units", proof.units());
    json.put("quarantined", proof.quarantined());
    json.put("queryCount", proof.queryTotalHits());
    json.put("queryOpen", proof.queryOpen());
    json.put("queryCountedAt", text(proof.queryCountedAt()));
    json.put("jobCount", proof.jobCount());
    json.put("availabilityAt", text(proof.availabilityAt()));
    json.put("filterHash", proof.filterHash());
    json.put("contentSha256", proof.contentSha256());
    json.put("readUpTo", proof.readUpTo().toString());
    json.put("provedAt", proof.provedAt().toString());
    Comparison comparison = proof.comparison();
    if (comparison != null) {
      ObjectNode object = json.putObject("comparison");
      object.put("outcome", comparison.outcome().label());
      object.put("reason", comparison.reason().label());
      object.put("difference", comparison.difference());
      object.put("comparedAt", comparison.comparedAt().toString());
      object.set("lake", counts(comparison.emitted()));
      object.set("aggregates", counts(comparison.aggregated()));
    }
  }

  private static JsonNode counts(@Nullable EmittedCounts counts) {
    return counts == null
        ? NODES.nullNode()
        : NODES
            .objectNode()
            .put("offered", counts.offered())
            .put("answered", counts.answered())
            .put("abandoned", counts.abandoned());
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
