/** The parts of the stream together. */
@NullMarked
package com.spokefleet.testing.stream.local;

import org.jspecify.annotations.NullMarked;
