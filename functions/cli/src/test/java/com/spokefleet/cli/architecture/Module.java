package com.spokefleet.cli.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.EnumSet;
import java.util.Set;

/** The modules with the modules each may use; dependencies point one way. */
enum Module {
  EVENTS("events"),
  CONFIG("config", EVENTS),
  TELEMETRY("telemetry"),
  NORMALIZE("normalize", CONFIG, TELEMETRY),
  GENESYS("genesys", CONFIG, TELEMETRY, NORMALIZE),
  LAKE("lake", CONFIG, TELEMETRY, NORMALIZE),
  AWS("aws", CONFIG, TELEMETRY, NORMALIZE, GENESYS, LAKE),
  SIEM("siem", EVENTS, CONFIG),
  TESTING("testing", CONFIG),
  INGEST("ingest", CONFIG, TELEMETRY, NORMALIZE, GENESYS, LAKE, AWS),
  TRANSFORM("transform", EVENTS, TELEMETRY),
  REPLAY("replay", TELEMETRY, LAKE, AWS),
  CLI(
      "cli", EVENTS, CONFIG, TELEMETRY, NORMALIZE, GENESYS, LAKE, AWS, TESTING, INGEST, TRANSFORM,
      REPLAY, SIEM);

  private final String packageName;
  private final Set<Module> uses;

  Module(String packageName, Module... uses) {
    this.packageName = "com.spokefleet." + packageName;
    this.uses = Set.of(uses);
  }

  String packages() {
    return packageName + "..";
  }

  boolean holds(JavaClass type) {
    return type.getPackageName().equals(packageName)
        || type.getPackageName().startsWith(packageName + ".");
  }

  /** Packages of the modules this one must not know. */
  String[] forbiddenPackages() {
    Set<Module> forbidden = EnumSet.allOf(Module.class);
    forbidden.remove(this);
    forbidden.removeAll(uses);
    return forbidden.stream().map(Module::packages).toArray(String[]::new);
  }

  static String[] sharedPackages() {
    Set<Module> shared = EnumSet.complementOf(EnumSet.of(INGEST, TRANSFORM, REPLAY, CLI, TESTING));
    return shared.stream().map(Module::packages).toArray(String[]::new);
  }
}
