/** The truth about what the fake organisations hold, known without reading what they serve. */
@NullMarked
package com.spokefleet.testing.ledger;

import org.jspecify.annotations.NullMarked;
