/** The fleet on AWS: one hub stack, and one stack for each org. */
@NullMarked
package com.spokefleet.infra;

import org.jspecify.annotations.NullMarked;
