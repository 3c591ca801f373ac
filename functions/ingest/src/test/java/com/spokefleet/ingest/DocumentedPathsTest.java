package com.spokefleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.mypurecloud.sdk.v2.ApiClient;
import com.spokefleet.testing.faults.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/**
 * A path copied from another dataset reads the wrong thing without an error. Every call the fake
 * answers is therefore one that Genesys' own SDK makes, and a path the fake does not know is a 404,
 * so that no dataset can ask for anything else in any test.
 */
class DocumentedPathsTest {
  private static final String REQUESTS = "com/mypurecloud/sdk/v2/api/request/";
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /** Sign-in, which the SDK has apart from its requests; documented under OAuth. */
  private static final Set<Endpoint> ELSEWHERE = Set.of(Endpoint.TOKEN);

  @Test
  void everyCallIsOneThatTheSdkOfGenesysMakes() throws Exception {
    Set<String> documented = operations();
    assertThat(documented).hasSizeGreaterThan(1_000).contains("GET /api/v2/users");

    assertThat(
            Arrays.stream(Endpoint.values())
                .filter(endpoint -> !ELSEWHERE.contains(endpoint))
                .map(endpoint -> endpoint.method() + " " + endpoint.path()))
        .allSatisfy(call -> assertThat(documented).contains(call));
  }

  /** The control: neither a wrong method nor a path that is nearly right gets through. */
  @Test
  void anotherMethodOrPathIsNone() throws Exception {
    assertThat(operations())
        .doesNotContain("GET /api/v2/analytics/conversations/details/query")
        .doesNotContain("GET /api/v2/routing/wrapupcode");
  }

  /** Method and path of every request class, ids in paths written as {@code {id}}. */
  private static Set<String> operations() throws Exception {
    Path jar = Path.of(ApiClient.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<String> operations = new TreeSet<>();
    try (JarFile sdk = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(sdk.entries())) {
        if (entry.getName().startsWith(REQUESTS) && entry.getName().endsWith("Request.class")) {
          add(operations, sdk, entry);
        }
      }
    }
    return operations;
  }

  private static void add(Set<String> operations, JarFile sdk, JarEntry entry) throws IOException {
    Set<String> texts = new TreeSet<>();
    try (InputStream bytes = sdk.getInputStream(entry)) {
      for (PoolEntry constant : ClassFile.of().parse(bytes.readAllBytes()).constantPool()) {
        if (constant instanceof StringEntry text) {
          texts.add(text.stringValue());
        }
      }
    }
    for (String method : texts) {
      for (String path : texts) {
        if (METHODS.contains(method) && path.startsWith("/api/v2/")) {
          operations.add(method + " " + path.replaceAll("\\{[^}]+}", "{id}"));
        }
      }
    }
  }
}
