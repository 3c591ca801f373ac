package com.spokefleet.cli.onboard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.spokefleet.cli.terminal.CheckLines;
import com.spokefleet.cli.terminal.TextTable;
import com.spokefleet.genesys.configuration.OrgPermission;
import com.spokefleet.genesys.configuration.OrganizationObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What onboarding found and did, for people and for programs. No secret is in it. */
record OnboardReport(
    String name, Findings findings, GenesysRole role, Outcome outcome, List<String> steps) {
  private static final String UNKNOWN = "?";

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(name + findings.organization().map(OnboardReport::described).orElse(""));
    lines.addAll(CheckLines.of(findings.checks()));
    findings.notes().forEach(note -> lines.add("  · " + note));
    if (!findings.topics().isEmpty()) {
      section(lines, "Topics", topics().lines());
    }
    section(lines, "Role to create in Genesys Cloud: " + role.name(), permissions().lines());
    lines.add(
        "  Not in the role: %s, %s; grant it while the org is onboarded and take it back."
            .formatted(OrgPermission.INTEGRATIONS.text(), OrgPermission.INTEGRATIONS.reason()));
    section(lines, "Entry: " + outcome.explanation(), outcome.lines());
    lines.add("");
    lines.add("Next");
    for (int step = 0; step < steps.size(); step++) {
      lines.add("  %d. %s".formatted(step + 1, steps.get(step)));
    }
    return lines;
  }

  private static void section(List<String> lines, String title, List<String> content) {
    lines.add("");
    lines.add(title);
    content.forEach(line -> lines.add("  " + line));
  }

  private static String described(OrganizationObject organization) {
    String facts =
        Stream.of(
                organization.name(),
                organization.id(),
                organization.defaultCountryCode(),
                organization.defaultLanguage(),
                organization.state())
            .filter(Objects::nonNull)
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    return ": " + facts;
  }

  private TextTable topics() {
    TextTable table =
        new TextTable(4, 0, List.of("topic", "goes to", "integration", "over EventBridge"));
    findings
        .topics()
        .forEach(
            topic ->
                table.row(
                    List.of(
                        topic.topic(),
                        topic.isRouted() ? topic.routes() : "nowhere",
                        topic.integrated().map(sent -> sent ? "yes" : "no").orElse(UNKNOWN),
                        topic.offer().label())));
    return table;
  }

  private TextTable permissions() {
    TextTable table = new TextTable(2, 0, List.of("permission", "for"));
    role.permissions()
        .forEach(permission -> table.row(List.of(permission.text(), permission.reason())));
    return table;
  }

  ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("name", name);
    document.put("healthy", findings.isHealthy());
    findings.organization().ifPresent(found -> document.set("organization", organization(found)));
    document.set("checks", CheckLines.json(findings.checks()));
    document.putArray("topics");
    findings.topics().forEach(topic -> document.withArray("topics").add(topic(topic)));
    document.putArray("notes");
    findings.notes().forEach(document.withArray("notes")::add);
    document.set("role", role.body());
    document.putArray("permissions");
    for (OrgPermission permission : role.permissions()) {
      ObjectNode entry = document.withArray("permissions").addObject();
      entry.put("permission", permission.text()).put("reason", permission.reason());
    }
    ObjectNode entry = document.putObject("entry");
    entry.put("status", outcome.status().label());
    entry.put("explanation", outcome.explanation());
    entry.put("yaml", String.join("\n", outcome.lines()));
    document.putArray("next");
    steps.forEach(document.withArray("next")::add);
    return document;
  }

  private static ObjectNode organization(OrganizationObject found) {
    ObjectNode organization = JsonNodeFactory.instance.objectNode();
    organization.put("id", found.id()).put("name", found.name());
    organization.put("defaultCountryCode", found.defaultCountryCode());
    organization.put("defaultLanguage", found.defaultLanguage());
    organization.put("state", found.state());
    return organization;
  }

  private static ObjectNode topic(TopicState topic) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("topic", topic.topic());
    entry.put("routes", topic.routes());
    Optional<Boolean> integrated = topic.integrated();
    entry.put("integrated", integrated.orElse(null));
    entry.put("eventBridge", topic.offer().label());
    return entry;
  }
}
