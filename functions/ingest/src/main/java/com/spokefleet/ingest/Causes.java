package com.spokefleet.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure's causes in one line: types, and the place in our code where each arose. No messages,
 * which may quote data.
 */
final class Causes {
  private static final int LIMIT = 5;
  private static final String OURS = "com.spokefleet.";

  private Causes() {}

  static String of(Throwable failure) {
    List<String> causes = new ArrayList<>();
    @Nullable Throwable cause = failure;
    while (cause != null && causes.size() < LIMIT) {
      causes.add(cause.getClass().getSimpleName() + place(cause));
      cause = cause.getCause();
    }
    return String.join(" < ", causes);
  }

  private static String place(Throwable cause) {
    for (StackTraceElement element : cause.getStackTrace()) {
      if (element.getClassName().startsWith(OURS)) {
        return " at " + element.getFileName() + ":" + element.getLineNumber();
      }
    }
    return "";
  }
}
