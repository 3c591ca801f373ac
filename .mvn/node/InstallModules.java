import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Installs what a folder's package-lock.json says, unless that is there already. A single-file program, because only
 * it can tell in plain words that Node.js is missing.
 */
public final class InstallModules {
  private static final int OLDEST = 20;

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    requireNode(folder);
    if (isUpToDate(folder)) {
      return;
    }
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    // No package runs a program of its own while it is installed.
    List<String> command =
        List.of(windows ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-progress", "--loglevel=error");
    System.out.println("Installing the Node.js modules of " + folder.getFileName());
    int code = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor();
    if (code != 0) {
      fail("Cannot install the Node.js modules of " + folder.getFileName() + ": npm ci ended with " + code);
    }
  }

  private static void requireNode(Path folder) throws InterruptedException {
    String needed = folder.getFileName() + " needs Node.js " + OLDEST + " or later on the PATH: ";
    List<String> lines = new ArrayList<>();
    try {
      Process node = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
      try (var reader = node.inputReader()) {
        reader.lines().forEach(lines::add);
      }
      node.waitFor();
    } catch (IOException missing) {
      fail(needed + "there is none. The CDK and the checks of its templates run in it.");
    }
    String version = lines.isEmpty() ? "" : lines.getLast().strip();
    if (!version.matches("v\\d+\\..*") || Integer.parseInt(version.substring(1, version.indexOf('.'))) < OLDEST) {
      fail(needed + "found " + version);
    }
  }

  /** npm leaves a copy of the lock file behind once all of it is installed. */
  private static boolean isUpToDate(Path folder) throws IOException {
    Path installed = folder.resolve("node_modules/.package-lock.json");
    return Files.exists(installed)
        && Files.getLastModifiedTime(installed)
                .compareTo(Files.getLastModifiedTime(folder.resolve("package-lock.json")))
            >= 0;
  }

  private static void fail(String message) {
    System.err.println(message);
    System.exit(1);
  }
}
