/** The way from an org's event bus to the SIEMs on one machine, behaving as documented. */
@NullMarked
package com.spokefleet.testing.stream;

import org.jspecify.annotations.NullMarked;
