/** Tests of when each org starts. */
@NullMarked
package com.spokefleet.config.schedule;

import org.jspecify.annotations.NullMarked;
