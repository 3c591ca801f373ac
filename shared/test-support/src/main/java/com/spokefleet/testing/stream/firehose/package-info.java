/** A Firehose delivery stream: buffers, processor, destinations, backup bucket. */
@NullMarked
package com.spokefleet.testing.stream.firehose;

import org.jspecify.annotations.NullMarked;
