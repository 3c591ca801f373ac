package com.spokefleet.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many conversations are in an org's quarantine. A record is kept in each form it was served
 * in, and a job's has the attributes that a query's has not.
 */
final class QuarantinedConversations {
  private static final Pattern ID = Pattern.compile("\"conversationId\"\\s*:\\s*\"([^\"]+)\"");

  private QuarantinedConversations() {}

  static long count(Path lake, DemoOrg org) throws IOException {
    Path folder =
        lake.resolve("quarantine/org_id=" + org.orgId() + "/dataset=" + DemoReport.DETAILS);
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    Set<String> ids = new HashSet<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> records = tree.filter(file -> file.toString().endsWith(".json")).toList();
      for (Path record : records) {
        Matcher id = ID.matcher(Files.readString(record));
        ids.add(id.find() ? id.group(1) : record.toString());
      }
    }
    return ids.size();
  }
}
