/** Runs the catalogue over events, without any SIEM. */
@NullMarked
package com.spokefleet.siem.evaluate;

import org.jspecify.annotations.NullMarked;
