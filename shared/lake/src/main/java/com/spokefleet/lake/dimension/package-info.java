/** Dimensions: the latest state of configuration objects, with their history of presence. */
@NullMarked
package com.spokefleet.lake.dimension;

import org.jspecify.annotations.NullMarked;
