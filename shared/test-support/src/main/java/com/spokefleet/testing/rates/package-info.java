/** Fake publishers of exchange rates, and what they know to be true. */
@NullMarked
package com.spokefleet.testing.rates;

import org.jspecify.annotations.NullMarked;
