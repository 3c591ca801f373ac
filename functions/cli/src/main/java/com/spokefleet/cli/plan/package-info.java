/** Tells when each org of a fleet starts. */
@NullMarked
package com.spokefleet.cli.plan;

import org.jspecify.annotations.NullMarked;
