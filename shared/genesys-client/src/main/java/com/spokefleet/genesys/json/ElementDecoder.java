package com.spokefleet.genesys.json;

import java.io.IOException;

/** Decodes the object that the reader has just entered, up to and including its end. */
@FunctionalInterface
public interface ElementDecoder<T> {
  T decode(FieldReader reader) throws IOException, PoisonException;
}
