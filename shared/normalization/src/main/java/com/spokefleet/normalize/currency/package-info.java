/** Money: reading amounts, and converting them by the rate in force at an instant. */
@NullMarked
package com.spokefleet.normalize.currency;

import org.jspecify.annotations.NullMarked;
