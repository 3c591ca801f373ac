package com.spokefleet.benchmark.throughput;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** DuckDB's part: {@code duckdb.sql} with its input and output filled in. */
record PeerScript(Corpus corpus, Path output) {
  private static final String RESOURCE = "duckdb.sql";

  String text() throws IOException {
    try (InputStream script = PeerScript.class.getResourceAsStream(RESOURCE)) {
      if (script == null) {
        throw new IllegalStateException("Cannot find " + RESOURCE + " beside the classes");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8)
          .replace("${input}", corpus.linesFile().toString())
          .replace("${output}", output.toString())
          .replace("${org_id}", corpus.orgId());
    }
  }
}
