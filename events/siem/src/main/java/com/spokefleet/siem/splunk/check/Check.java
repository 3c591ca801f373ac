package com.spokefleet.siem.splunk.check;

import java.util.List;

/** One thing an app has to be. */
interface Check {
  /** What is wrong, each in a sentence that names the file; empty if nothing is. */
  List<String> problems(AppFiles app);
}
