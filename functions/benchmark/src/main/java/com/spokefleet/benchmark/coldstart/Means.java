package com.spokefleet.benchmark.coldstart;

import com.spokefleet.benchmark.process.JavaProcess;
import com.spokefleet.testing.lambda.FunctionLaunch;
import com.spokefleet.testing.lambda.RuntimeClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A way to package and to run a function. */
enum Means {
  ALL_TIERS("zip, all compilers", false, false, false),
  C1("zip, C1 only (java25's default)", false, true, false),
  C1_AOT("zip, C1 only, AOT cache", false, true, true),
  ONE_PATH("one class path, C1 only", true, true, false),
  ONE_PATH_AOT("one class path, C1 only, AOT cache (an image)", true, true, true);

  final String title;

  /** The package on the JVM's own class path, not found by the runtime client's class loader. */
  private final boolean onePath;

  private final boolean c1;
  private final boolean aot;

  Means(String title, boolean onePath, boolean c1, boolean aot) {
    this.title = title;
    this.onePath = onePath;
    this.c1 = c1;
    this.aot = aot;
  }

  /** Everything that is to be done once before functions are started by this means. */
  void prepare(Subject subject, Path caches) throws IOException {
    if (aot) {
      Path cache = cache(subject, caches);
      String seen = "-XX:AOTConfiguration=" + cache + ".config";
      FunctionStart.train(launch(subject, List.of("-XX:AOTMode=record", seen)), subject);
      FunctionStart.end(
          launch(subject, List.of("-XX:AOTMode=create", seen, "-XX:AOTCache=" + cache)));
      if (!Files.isRegularFile(cache)) {
        throw new IOException("Cannot measure: no AOT cache came of " + subject.title());
      }
    }
  }

  FunctionLaunch launch(Subject subject, Path caches) {
    return launch(subject, aot ? List.of("-XX:AOTCache=" + cache(subject, caches)) : List.of());
  }

  private FunctionLaunch launch(Subject subject, List<String> more) {
    List<String> options = new ArrayList<>(List.of("-XX:ActiveProcessorCount=1", "-Xmx512m"));
    if (c1) {
      options.add("-XX:TieredStopAtLevel=1");
    }
    options.addAll(more);
    String path = RuntimeClient.classPath();
    return new FunctionLaunch(
        subject.handler(),
        onePath ? subject.folder().resolve("..") : subject.folder(),
        onePath ? subject.jar() + File.pathSeparator + path : path,
        subject.environment(),
        options,
        JavaProcess.pinned());
  }

  private Path cache(Subject subject, Path caches) {
    return caches.resolve(name() + "-" + subject.handler() + ".aot");
  }
}
