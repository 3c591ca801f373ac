package com.spokefleet.infra;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** AWS's cfn-guard with the rules of Control Tower, run on templates as files. */
final class CfnGuard {
  /**
   * A resource that breaks a rule.
   *
   * @param rule such as {@code CT.S3.PR.2}
   * @param message what the rule requires
   */
  record Finding(String rule, String template, String type, String id, String message) {
    @Override
    public String toString() {
      return "%s: %s %s: %s: %s".formatted(template, type, id, rule, message);
    }
  }

  private static final String PACKAGE = "@cdklabs/cdk-validator-cfnguard";
  private static final int ALL_KEPT = 0;
  private static final int SOME_BROKEN = 19;
  private static final Pattern RULE = Pattern.compile("\\[(CT\\.[A-Z0-9.]+)]: *([^\\n]*)");
  private static final Pattern TYPE = Pattern.compile("AWS::\\w+::\\w+");
  private static final Pattern RESOURCE = Pattern.compile("/Resources/([^/]+).*");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path program;
  private final Path rules;

  /** Aborts the test, visibly, where there is no cfn-guard for this machine. */
  CfnGuard() {
    program = TemplateFiles.module(PACKAGE + "/bin/" + platform() + "/cfn-guard");
    rules = TemplateFiles.module(PACKAGE + "/rules/control-tower/cfn-guard");
  }

  /** What the rules on the types of these templates find; the others cannot find anything. */
  List<Finding> findings(List<Path> templates) {
    Set<String> types = new TreeSet<>();
    templates.forEach(
        template ->
            read(template).path("Resources").forEach(one -> types.add(one.path("Type").asText())));
    List<Path> concerned =
        ruleFiles().stream()
            .filter(
                file ->
                    TYPE.matcher(text(file))
                        .results()
                        .anyMatch(type -> types.contains(type.group())))
            .toList();
    return findings(templates, concerned);
  }

  List<Path> ruleFiles() {
    try (Stream<Path> files = Files.walk(rules)) {
      return files.filter(file -> file.toString().endsWith(".guard")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<Finding> findings(List<Path> templates, List<Path> ruleFiles) {
    List<String> command = new ArrayList<>(List.of(program.toString(), "validate"));
    for (Path file : ruleFiles) {
      command.addAll(List.of("--rules", file.toString()));
    }
    for (Path template : templates) {
      command.addAll(List.of("--data", template.toString()));
    }
    command.addAll(List.of("--output-format", "json", "--show-summary", "none", "--structured"));
    Tool guard = Tool.run(command);
    if (guard.exitCode() != ALL_KEPT && guard.exitCode() != SOME_BROKEN) {
      throw new IllegalStateException("Cannot run cfn-guard: it ended with " + guard.exitCode());
    }
    List<Finding> findings = new ArrayList<>();
    for (JsonNode result : parse(guard.output())) {
      Path template = Path.of(result.path("name").asText());
      JsonNode resources = read(template).path("Resources");
      for (JsonNode broken : result.path("not_compliant")) {
        findings.addAll(findings(template.getFileName().toString(), resources, broken));
      }
    }
    return findings;
  }

  /** A rule tells where it was looking by paths into the template, somewhere in its checks. */
  private static List<Finding> findings(String template, JsonNode resources, JsonNode broken) {
    String rule = broken.path("Rule").path("name").asText();
    String message = "";
    for (String text : broken.findValuesAsText("custom_message")) {
      Matcher matcher = RULE.matcher(text);
      if (matcher.find()) {
        rule = matcher.group(1);
        message = matcher.group(2).strip();
      }
    }
    Map<String, String> typesById = new TreeMap<>();
    for (String path : broken.findValuesAsText("path")) {
      Matcher matcher = RESOURCE.matcher(path);
      if (matcher.matches()) {
        String id = matcher.group(1);
        typesById.put(id, resources.path(id).path("Type").asText());
      }
    }
    if (typesById.isEmpty()) {
      // Rather a finding on nothing than none.
      typesById.put("?", "?");
    }
    List<Finding> findings = new ArrayList<>();
    for (Map.Entry<String, String> resource : typesById.entrySet()) {
      findings.add(new Finding(rule, template, resource.getValue(), resource.getKey(), message));
    }
    return findings;
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    String folder = system.contains("linux") ? "ubuntu" : system.contains("mac") ? "macos" : "";
    if (folder.isEmpty()) {
      throw new TestAbortedException("There is no cfn-guard for " + system);
    }
    return folder + "/" + (processor.equals("aarch64") ? "aarch64" : "x86_64");
  }

  private static JsonNode read(Path file) {
    return parse(text(file));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
