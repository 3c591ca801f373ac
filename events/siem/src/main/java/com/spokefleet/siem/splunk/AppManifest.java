package com.spokefleet.siem.splunk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** app.manifest, by version 2.0.0 of its schema. */
final class AppManifest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AppManifest() {}

  static byte[] file() {
    ObjectNode root = JSON.createObjectNode();
    root.put("schemaVersion", "2.0.0");
    ObjectNode info = root.putObject("info");
    info.put("title", AppIdentity.LABEL);
    info.putObject("id")
        .putNull("group")
        .put("name", AppIdentity.ID)
        .put("version", AppIdentity.VERSION);
    info.putArray("author")
        .addObject()
        .put("name", "Spokefleet")
        .putNull("email")
        .putNull("company");
    info.putNull("releaseDate").put("description", AppIdentity.DESCRIPTION);
    info.putObject("classification")
        .putNull("intendedAudience")
        .putNull("developmentStatus")
        .putArray("categories")
        .add("Security, Fraud & Compliance");
    info.putNull("commonInformationModels");
    unnamed(info.putObject("license"));
    unnamed(info.putObject("privacyPolicy"));
    unnamed(info.putObject("releaseNotes"));
    root.putNull("dependencies")
        .putNull("tasks")
        .putNull("inputGroups")
        .putNull("incompatibleApps")
        .putNull("platformRequirements");
    root.putArray("supportedDeployments")
        .add("_standalone")
        .add("_distributed")
        .add("_search_head_clustering");
    root.putArray("targetWorkloads").add("_search_heads").add("_indexers");
    try {
      return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Cannot write app.manifest", impossible);
    }
  }

  private static void unnamed(ObjectNode document) {
    document.putNull("name").putNull("text").putNull("uri");
  }
}
