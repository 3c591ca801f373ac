package com.spokefleet.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.spokefleet.infra.Template.Resource;
import com.spokefleet.ingest.IngestEnvironment;
import com.spokefleet.transform.TransformHandler;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Lambda is told about every function holds for the very jar that it is given. */
final class FunctionContractTest {
  private static final SynthesisedFleet FLEET = SynthesisedFleet.example();

  static List<Resource> functions() {
    List<Resource> functions = new ArrayList<>();
    FLEET
        .templates()
        .values()
        .forEach(template -> functions.addAll(template.resources("AWS::Lambda::Function")));
    return functions;
  }

  @Test
  void everyOrgHasItsOwn() {
    assertThat(functions()).hasSizeGreaterThan(3 * 3);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void handlerIsInTheJarAndCanBeMade(Resource function) throws Exception {
    try (URLClassLoader jar =
        new URLClassLoader(
            new URL[] {jar(function).toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> handler = jar.loadClass(function.property("Handler").asText());
      assertThat(handlerInterfaces(handler))
          .containsAnyOf(RequestStreamHandler.class.getName(), RequestHandler.class.getName());
      assertThat(Modifier.isPublic(handler.getModifiers())).isTrue();
      assertThat(Modifier.isPublic(handler.getConstructor().getModifiers())).isTrue();
    }
  }

  /** Negative control: a handler that the jar does not hold is noticed. */
  @Test
  void aHandlerOfAnotherJarIsNoticed() throws Exception {
    try (URLClassLoader jar =
        new URLClassLoader(
            new URL[] {SynthesisedFleet.code().transform().toUri().toURL()},
            ClassLoader.getPlatformClassLoader())) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> jar.loadClass("com.spokefleet.ingest.IngestHandler"))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void runsAsMeasured(Resource function) {
    assertThat(function.property("Runtime").asText()).isEqualTo("java25");
    assertThat(Template.texts(function.property("Architectures"))).containsExactly("arm64");
    assertThat(function.property("TracingConfig").path("Mode").asText()).isEqualTo("Active");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void isToldExactlyWhatItReads(Resource function) {
    Set<String> told = new TreeSet<>();
    function
        .property("Environment")
        .path("Variables")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (name.startsWith(IngestEnvironment.PREFIX)) {
                told.add(name);
              }
            });
    switch (function.property("Handler").asText()) {
      case "com.spokefleet.ingest.IngestHandler", "com.spokefleet.ingest.ClosureHandler" ->
          assertThat(told)
              .isSubsetOf(IngestEnvironment.KEYS)
              .contains(
                  IngestEnvironment.FLEET,
                  IngestEnvironment.ORG,
                  IngestEnvironment.LAKE,
                  IngestEnvironment.CHECKPOINTS);
      case "com.spokefleet.transform.TransformHandler" ->
          assertThat(told).containsExactly(TransformHandler.SETTINGS);
      default -> assertThat(told).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void hasALogOfItsOwnThatExpires(Resource function) {
    Template template = template(function);
    Resource log =
        template.resources("AWS::Logs::LogGroup").stream()
            .filter(
                group ->
                    group
                        .property("LogGroupName")
                        .asText()
                        .equals("/aws/lambda/" + function.property("FunctionName").asText()))
            .findFirst()
            .orElseThrow();
    assertThat(log.property("RetentionInDays").asInt()).isEqualTo(30);
    assertThat(function.property("LoggingConfig").path("LogGroup").toString()).contains(log.id());
  }

  @Test
  void everyFunctionHasARoleOfItsOwn() {
    List<String> roles =
        functions().stream()
            .map(function -> template(function).name() + function.property("Role"))
            .toList();
    assertThat(roles).doesNotHaveDuplicates();
  }

  @Test
  void ingestionNeverRunsTwiceAtOnceAndSortsOnDisk() {
    List<Resource> ingest =
        functions().stream()
            .filter(
                function ->
                    function
                        .property("Handler")
                        .asText()
                        .equals("com.spokefleet.ingest.IngestHandler"))
            .toList();
    assertThat(ingest).hasSize(FLEET.fleet().spokes().size());
    for (Resource function : ingest) {
      assertThat(function.property("ReservedConcurrentExecutions").asInt()).isEqualTo(1);
      assertThat(function.property("EphemeralStorage").path("Size").asInt()).isEqualTo(4096);
      assertThat(function.property("SnapStart").isMissingNode()).isTrue();
    }
  }

  @Test
  void transformationStartsFromASnapshotUnlessItFetchesAKey() {
    for (Template template : FLEET.templates().values()) {
      for (Resource stream : template.resources("AWS::KinesisFirehose::DeliveryStream")) {
        JsonNode processor =
            stream.node().findPath("ProcessingConfiguration").path("Processors").path(0);
        if (!processor.path("Type").asText().equals("Lambda")) {
          continue;
        }
        JsonNode arn = processor.path("Parameters").path(0);
        assertThat(arn.path("ParameterName").asText()).isEqualTo("LambdaArn");
        Resource alias = template.target(arn.path("ParameterValue"));
        assertThat(alias.type()).isEqualTo("AWS::Lambda::Alias");
        Resource function = template.target(alias.property("FunctionName"));
        boolean fetchesAKey = function.property("Layers").size() > 0;
        assertThat(function.property("SnapStart").path("ApplyOn").asText())
            .as(function.toString())
            .isEqualTo(fetchesAKey ? "" : "PublishedVersions");
      }
    }
  }

  private static Set<String> handlerInterfaces(Class<?> handler) {
    Set<String> names = new TreeSet<>();
    for (Class<?> type = handler; type != null; type = type.getSuperclass()) {
      for (Class<?> one : type.getInterfaces()) {
        names.add(one.getName());
      }
    }
    return names;
  }

  private static Template template(Resource resource) {
    return FLEET.templates().values().stream()
        .filter(template -> template.name().equals(resource.template()))
        .findFirst()
        .orElseThrow();
  }

  private static Path jar(Resource function) {
    String asset = function.property("Code").path("S3Key").asText();
    Path jar = FLEET.folder().resolve("asset." + asset);
    assertThat(jar).isRegularFile();
    return jar;
  }
}
