/** The local delivery stream against Firehose's documented behaviour. */
@NullMarked
package com.spokefleet.testing.stream.firehose;

import org.jspecify.annotations.NullMarked;
