/** How long a function takes to its first answer. */
@NullMarked
package com.spokefleet.benchmark.coldstart;

import org.jspecify.annotations.NullMarked;
