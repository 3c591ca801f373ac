/** The functions as they are deployed. */
@NullMarked
package com.spokefleet.packages;

import org.jspecify.annotations.NullMarked;
