package com.spokefleet.testing.stream.firehose;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The transformation function: an invocation in, its reply out; a failure fails the invocation. */
@FunctionalInterface
public interface Processor {
  void process(InputStream invocation, OutputStream reply) throws IOException;
}
