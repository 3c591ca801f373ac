/** The transformation of events beside a bare walk and beside others' ways of doing it. */
@NullMarked
package com.spokefleet.benchmark.stream;

import org.jspecify.annotations.NullMarked;
