package com.spokefleet.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in the packages, and what must not be. */
final class PackageContentTest {
  /** Of these only what our code reaches is packaged; see the ingestion function's pom. */
  private static final Set<String> CUT = Set.of("platform-client-v2", "guava");

  /** DynamoDB Local, which is here for the tests alone, brings another version of it. */
  private static final String OTHER_VERSION = "joda-time";

  @Test
  void onlyGenesysSdkAndGuavaAreCutAllOtherLibrariesAreWhole() throws IOException {
    Set<String> packaged = classes(Packages.jar("ingest"));
    Set<String> cut = new TreeSet<>();
    Set<String> whole = new TreeSet<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar")) {
        Set<String> classes = classes(Path.of(entry));
        if (packaged.containsAll(classes)) {
          whole.add(library(entry));
        } else if (!Collections.disjoint(packaged, classes)) {
          cut.add(library(entry));
        }
      }
    }
    cut.remove(OTHER_VERSION);
    assertThat(cut).isEqualTo(new TreeSet<>(CUT));
    assertThat(whole).contains("s3", "dynamodb", "secretsmanager", "parquet-hadoop", "lake");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "transform", "replay"})
  void nothingIsPackagedThatAFunctionCannotUse(String module) throws IOException {
    assertThat(names(Packages.jar(module)))
        .noneMatch(name -> name.endsWith(".SF") || name.endsWith(".RSA"))
        .noneMatch(name -> name.endsWith("module-info.class"))
        .noneMatch(name -> name.startsWith("META-INF/maven/"))
        .noneMatch(name -> name.startsWith("com/spokefleet/testing/"))
        .noneMatch(name -> name.startsWith("org/junit/"));
  }

  private static String library(String jar) {
    return new File(jar).getName().replaceFirst("-\\d.*", "");
  }

  private static Set<String> classes(Path jar) throws IOException {
    return names(jar).stream()
        .filter(name -> name.endsWith(".class") && !name.endsWith("module-info.class"))
        .filter(name -> !name.startsWith("META-INF/"))
        .collect(Collectors.toSet());
  }

  private static Set<String> names(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile());
        Stream<? extends ZipEntry> entries = zip.stream()) {
      return entries.map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
