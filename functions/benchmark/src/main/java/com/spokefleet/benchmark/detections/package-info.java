/** How many alerts an ordinary week brings, and how fast the catalogue is evaluated. */
@NullMarked
package com.spokefleet.benchmark.detections;

import org.jspecify.annotations.NullMarked;
