package com.spokefleet.config;

import org.snakeyaml.engine.v2.nodes.Node;

/** A value and where in the document it stands. */
record Located<T>(T value, String path, Node node) {}
