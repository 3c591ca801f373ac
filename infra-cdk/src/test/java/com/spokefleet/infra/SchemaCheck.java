package com.spokefleet.infra;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** check-templates.mjs, run on templates as files: one line for each problem, then the sum. */
final class SchemaCheck {
  private static final Path CHECK = Path.of("src/test/node/check-templates.mjs").toAbsolutePath();

  private SchemaCheck() {}

  static Tool of(List<Path> templates) {
    TemplateFiles.module("@aws-cdk/aws-service-spec");
    List<String> command = new ArrayList<>(List.of("node", CHECK.toString()));
    templates.forEach(template -> command.add(template.toString()));
    return Tool.run(command);
  }
}
