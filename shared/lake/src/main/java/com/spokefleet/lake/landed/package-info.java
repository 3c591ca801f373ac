/** Telling others which partitions of the lake changed. */
@NullMarked
package com.spokefleet.lake.landed;

import org.jspecify.annotations.NullMarked;
