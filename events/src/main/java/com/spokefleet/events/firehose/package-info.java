/** Batches as Firehose hands them over and wants them back. */
@NullMarked
package com.spokefleet.events.firehose;

import org.jspecify.annotations.NullMarked;
