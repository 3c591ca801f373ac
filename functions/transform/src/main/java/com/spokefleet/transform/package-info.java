/** Turns batches of Firehose into what the destination takes. */
@NullMarked
package com.spokefleet.transform;

import org.jspecify.annotations.NullMarked;
