package com.spokefleet.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a reader gets at its tables. */
public enum ReaderAccess {
  /** The objects themselves, for programs that read Parquet from S3. */
  FILES,
  /** Queries of Athena, in a workgroup of the reader's own; the objects only through them. */
  ATHENA;

  static final List<String> NAMES = Arrays.stream(values()).map(ReaderAccess::yamlName).toList();

  static ReaderAccess of(String yamlName) {
    return valueOf(yamlName.toUpperCase(Locale.ROOT));
  }

  String yamlName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
