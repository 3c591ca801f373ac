/** fleet.yaml as immutable records. */
@NullMarked
package com.spokefleet.config;

import org.jspecify.annotations.NullMarked;
