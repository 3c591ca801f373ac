package com.spokefleet.benchmark.stream;

import com.spokefleet.benchmark.process.JavaProcess;
import com.spokefleet.benchmark.process.ScriptProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What takes turns, each in a process of its own on one core. */
enum StreamProgram {
  WALK("Bare walk, Jackson, writes nothing", "walk", false),
  OURS("Spokefleet", "ours", false),
  TREE("Jackson trees", "tree", false),
  WALK_C1("Bare walk, C1 only", "walk", true),
  OURS_C1("Spokefleet, C1 only", "ours", true),
  TREE_C1("Jackson trees, C1 only", "tree", true),
  NODE("Node.js", "node", false),
  PYTHON("Python", "python3", false);

  private final String title;
  private final String name;
  private final boolean firstCompilerOnly;

  StreamProgram(String title, String name, boolean firstCompilerOnly) {
    this.title = title;
    this.name = name;
    this.firstCompilerOnly = firstCompilerOnly;
  }

  String title() {
    return title;
  }

  int batchesOfRound() {
    return switch (this) {
      case NODE, PYTHON -> 1;
      case WALK, OURS, TREE, WALK_C1, OURS_C1, TREE_C1 -> StreamPrograms.BATCHES;
    };
  }

  /** Enough for the later half to be steady. */
  int rounds() {
    return switch (this) {
      case NODE -> 300;
      case PYTHON -> 20;
      case WALK, OURS, TREE, WALK_C1, OURS_C1, TREE_C1 -> 24;
    };
  }

  /** Empty if this machine has not what the program is run by. */
  Optional<JavaProcess.Outcome> run(EventBatch batch, Path folder, int rounds) throws IOException {
    Path reply = reply(folder);
    List<String> arguments =
        List.of(batch.request().toString(), reply.toString(), Integer.toString(rounds));
    return switch (this) {
      case NODE -> script("transform.mjs", folder, arguments, batch);
      case PYTHON -> script("transform.py", folder, arguments, batch);
      case WALK, OURS, TREE, WALK_C1, OURS_C1, TREE_C1 -> Optional.of(java(batch, reply, rounds));
    };
  }

  Path reply(Path folder) {
    return folder.resolve(name() + ".json");
  }

  private JavaProcess.Outcome java(EventBatch batch, Path reply, int rounds) throws IOException {
    String[] options =
        firstCompilerOnly
            ? new String[] {"-XX:+UseSerialGC", "-Xmx512m", "-XX:TieredStopAtLevel=1"}
            : new String[] {"-XX:+UseSerialGC", "-Xmx512m"};
    return new JavaProcess(options)
        .onOneCore()
        .run(
            StreamPrograms.class,
            List.of(
                name,
                batch.request().toString(),
                reply.toString(),
                Integer.toString(rounds),
                batch.orgId()));
  }

  private Optional<JavaProcess.Outcome> script(
      String resource, Path folder, List<String> arguments, EventBatch batch) throws IOException {
    String org =
        "{\"id\":\"%s\",\"name\":\"measured\",\"region\":\"EMEA\"}".formatted(batch.orgId());
    return new ScriptProcess(name, StreamProgram.class.getResource(resource), folder)
        .run(arguments, org);
  }
}
