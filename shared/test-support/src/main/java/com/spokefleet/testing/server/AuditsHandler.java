package com.spokefleet.testing.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.testing.audit.AuditFault;
import com.spokefleet.testing.audit.AuditJson;
import com.spokefleet.testing.audit.FakeAudits;
import com.spokefleet.testing.audit.GeneratedAudits;
import com.spokefleet.testing.audit.TrueAudit;
import com.spokefleet.testing.faults.Endpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers audit queries as they go through their states. Rows come in no order; a large rest is
 * offered as a file to whoever allows a redirect.
 */
final class AuditsHandler implements ApiHandler, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration QUEUED = Duration.ofSeconds(2);
  private static final Duration RUNNING = Duration.ofSeconds(20);
  private static final int DEFAULT_PAGE_SIZE = 25;
  private static final int LARGEST_PAGE = 500;
  private static final int ROWS_OF_A_FILE = 1_000;

  private final OrgContext org;
  private final FakeAudits audits;
  private final AuditDownloads downloads;
  private final Map<String, Execution> executions = new ConcurrentHashMap<>();

  AuditsHandler(OrgContext org, FakeAudits audits) throws IOException {
    this.org = org;
    this.audits = audits;
    this.downloads = new AuditDownloads(audits);
  }

  /** A query under way and how it will end. */
  private record Execution(String id, AuditQuery query, Instant submitted, String end) {
    String state(Instant now) {
      Duration age = Duration.between(submitted, now);
      if (age.compareTo(QUEUED) < 0) {
        return "Queued";
      }
      return age.compareTo(RUNNING) < 0 ? "Running" : end;
    }
  }

  @Override
  public Reply handle(ApiCall call) {
    try {
      return switch (call.endpoint()) {
        case AUDIT_SERVICE_MAPPING -> serviceMapping();
        case AUDIT_QUERY -> submit(AuditQuery.parse(call.body()));
        case AUDIT_STATUS -> status(call.ids().getFirst());
        default -> results(call.ids().getFirst(), call.parameters());
      };
    } catch (BadQueryException bad) {
      return bad.reply();
    }
  }

  private static Reply serviceMapping() {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode services = body.putArray("services");
    for (String service : GeneratedAudits.services()) {
      ArrayNode entities = services.addObject().put("name", service).putArray("entities");
      GeneratedAudits.entities(service)
          .forEach(
              (name, actions) -> {
                ArrayNode listed = entities.addObject().put("name", name).putArray("actions");
                actions.forEach(listed::add);
              });
    }
    return Reply.json(200, body.toString());
  }

  private Reply submit(AuditQuery query) {
    String end = "Succeeded";
    if (audits.meets(AuditFault.FAILED)) {
      end = "Failed";
    } else if (audits.meets(AuditFault.CANCELLED)) {
      end = "Cancelled";
    } else if (audits.meets(AuditFault.NEVER_ENDING)) {
      end = "Running";
    }
    String id = new UUID(0x0a0d_17ff_0000_4000L, ~executions.size()).toString();
    Execution execution = new Execution(id, query, org.clock().instant(), end);
    if (!audits.meets(AuditFault.LOST)) {
      executions.put(id, execution);
    }
    return Reply.json(200, describe(execution).toString());
  }

  private Reply status(String id) {
    Execution execution = executions.get(id);
    return execution == null
        ? ErrorReplies.notFound(id)
        : Reply.json(200, describe(execution).toString());
  }

  private ObjectNode describe(Execution execution) {
    return JSON.createObjectNode()
        .put("id", execution.id())
        .put("state", execution.state(org.clock().instant()))
        .put("startDate", execution.submitted().toString())
        .put("interval", execution.query().from() + "/" + execution.query().to())
        .put("serviceName", execution.query().service());
  }

  private Reply results(String id, Map<String, String> parameters) throws BadQueryException {
    Execution execution = executions.get(id);
    if (execution == null) {
      return ErrorReplies.notFound(id);
    }
    if (!execution.state(org.clock().instant()).equals("Succeeded")) {
      throw new BadQueryException("The query has not succeeded.");
    }
    int size = number(parameters.getOrDefault("pageSize", "" + DEFAULT_PAGE_SIZE));
    if (size < 1 || size > LARGEST_PAGE) {
      throw new BadQueryException("The pageSize must be from 1 to " + LARGEST_PAGE + ".");
    }
    String expand = parameters.getOrDefault("expand", "user");
    if (!expand.equals("user")) {
      throw new BadQueryException("Cannot expand " + expand + ".");
    }
    String cursor = parameters.getOrDefault("cursor", "");
    if (!cursor.isEmpty() && !cursor.startsWith(id + "~")) {
      throw new BadQueryException("The cursor is invalid.");
    }
    int first = cursor.isEmpty() ? 0 : number(cursor.substring(id.length() + 1));
    List<TrueAudit> rows = rows(execution);
    if (first > rows.size()) {
      throw new BadQueryException("The cursor is invalid.");
    }
    boolean redirect = parameters.getOrDefault("allowRedirect", "false").equals("true");
    return redirect && rows.size() - first >= audits.redirectFrom()
        ? redirect(execution, rows, first)
        : page(execution, rows, first, size, parameters.containsKey("expand"));
  }

  /** As the query found them when it ran, which does not change afterwards. */
  private List<TrueAudit> rows(Execution execution) {
    Instant asOf = execution.submitted().plus(RUNNING).minus(org.settings().ingestionLag());
    return audits
        .generated()
        .between(execution.query().from(), execution.query().to(), asOf)
        .stream()
        .filter(audit -> audit.service().equals(execution.query().service()))
        .sorted(Comparator.comparing((TrueAudit audit) -> audit.id().hashCode() * 31))
        .toList();
  }

  private Reply page(
      Execution execution, List<TrueAudit> rows, int first, int size, boolean expandUser) {
    int last = Math.min(rows.size(), first + size);
    if (last < rows.size() && audits.meets(AuditFault.EMPTY_PAGE)) {
      last = first;
    }
    ObjectNode body = JSON.createObjectNode().put("id", execution.id()).put("pageSize", size);
    boolean repeats = last < rows.size() && audits.meets(AuditFault.REPEATED_CURSOR);
    if (last < rows.size()) {
      body.put("cursor", execution.id() + "~" + (repeats ? first : last));
    }
    ArrayNode entities = body.putArray("entities");
    for (TrueAudit audit : rows.subList(first, last)) {
      entities.add(AuditJson.ofPage(audit, expandUser, org.settings().orgId()));
    }
    org.served().rows(Endpoint.AUDIT_RESULTS, last - first, 0);
    return Reply.json(200, body.toString());
  }

  private Reply redirect(Execution execution, List<TrueAudit> rows, int first) {
    int last = Math.min(rows.size(), first + ROWS_OF_A_FILE);
    ArrayNode file = JSON.createArrayNode();
    for (TrueAudit audit : rows.subList(first, last)) {
      file.add(AuditJson.ofFile(audit, org.settings().orgId()));
    }
    String address =
        downloads.offer(
            "audits-" + execution.id() + "-" + first + ".json",
            file.toString().getBytes(StandardCharsets.UTF_8));
    ObjectNode body = JSON.createObjectNode().put("downloadUrl", address);
    if (last < rows.size()) {
      body.put("cursor", execution.id() + "~" + last);
    }
    org.served().rows(Endpoint.AUDIT_RESULTS, last - first, 0);
    return Reply.json(303, body.toString()).with("Location", address);
  }

  private static int number(String text) throws BadQueryException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException malformed) {
      throw new BadQueryException("'" + text + "' is not a number.");
    }
  }

  @Override
  public void close() {
    downloads.close();
  }
}
