package com.spokefleet.benchmark.coldstart;

import java.nio.file.Path;
import java.util.Map;

/**
 * A function that is started.
 *
 * @param handler as Lambda's configuration names it
 * @param folder its package, unzipped
 * @param jar its package; may be a class path of several
 * @param request of its first invocation
 */
record Subject(
    String title,
    String handler,
    Path folder,
    String jar,
    Map<String, String> environment,
    String request) {}
