import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats every Java source of the project with google-java-format, or with "check" fails when one is not
 * formatted. A single-file program because the build's own JVM may be older than the language it formats.
 */
public final class FormatSources {

  public static void main(String[] arguments) throws Exception {
    boolean apply = arguments[0].equals("apply");
    Path root = Path.of(arguments[1]);
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    List<Path> unformatted = new ArrayList<>();
    for (Path source : sources(root)) {
      String before = Files.readString(source);
      String withoutUnused = RemoveUnusedImports.removeUnusedImports(before);
      String ordered = ImportOrderer.reorderImports(withoutUnused, JavaFormatterOptions.Style.GOOGLE);
      String after = formatter.formatSource(ordered);
      if (!after.equals(before)) {
        unformatted.add(root.relativize(source));
        if (apply) {
          Files.writeString(source, after);
        }
      }
    }
    if (apply) {
      System.out.println("Formatted " + unformatted.size() + " files.");
    } else if (!unformatted.isEmpty()) {
      unformatted.forEach(path -> System.err.println("not formatted: " + path));
      System.err.println("Run: mvn -N process-sources -Dformat=apply");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String folder : new String[] {"shared", "events", "functions", "infra-cdk"}) {
      if (!Files.isDirectory(root.resolve(folder))) {
        continue;
      }
      try (Stream<Path> tree = Files.walk(root.resolve(folder))) {
        tree.filter(path -> path.toString().endsWith(".java"))
            .filter(path -> !path.toString().contains("/target/"))
            .filter(path -> !path.toString().contains("/node_modules/"))
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }
}
