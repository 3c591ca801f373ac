/** Measurements in processes of their own, with a heap and a core of their own. */
@NullMarked
package com.spokefleet.benchmark.process;

import org.jspecify.annotations.NullMarked;
