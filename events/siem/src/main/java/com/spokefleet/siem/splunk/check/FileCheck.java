package com.spokefleet.siem.splunk.check;

import com.spokefleet.siem.splunk.AppPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** No file that does not belong into an app, none missing, and not too much. */
final class FileCheck implements Check {
  /** A megabyte; Splunk itself would take much more. */
  private static final int MOST_BYTES = 1 << 20;

  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_./-]+");
  private static final Pattern KNOWN =
      Pattern.compile(
          "README\\.(txt|md)|README/[a-z_]+\\.conf\\.spec|app\\.manifest|metadata/default\\.meta|default/[a-z_]+\\.conf"
              + "|default/data/ui/(views|nav)/[a-z0-9_]+\\.xml|lookups/[a-z0-9_]+\\.csv"
              + "|static/[A-Za-z0-9_]+\\.png");
  private static final List<String> REQUIRED =
      List.of("app.manifest", "default/app.conf", "metadata/default.meta", AppFiles.NAVIGATION);

  @Override
  public List<String> problems(AppFiles app) {
    List<String> problems = new ArrayList<>();
    for (String path : app.all().keySet()) {
      if (path.startsWith("local/") || path.equals("metadata/local.meta")) {
        problems.add(path + ": what one installation has changed does not belong into a package");
      } else if (path.startsWith(".") || path.contains("/.")) {
        problems.add(path + ": no hidden files");
      } else if (!PATH.matcher(path).matches()) {
        problems.add(path + ": letters, digits, hyphens and underscores only");
      } else if (!KNOWN.matcher(path).matches()) {
        problems.add(path + ": this kind of file is no part of an app without code");
      }
    }
    REQUIRED.stream()
        .filter(path -> !app.has(path))
        .forEach(path -> problems.add(path + ": it is missing"));
    int packed = AppPackage.of(app.all()).length;
    if (packed > MOST_BYTES) {
      problems.add("the package has %d bytes, more than %d".formatted(packed, MOST_BYTES));
    }
    return problems;
  }
}
