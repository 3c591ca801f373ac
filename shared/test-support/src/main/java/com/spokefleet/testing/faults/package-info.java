/** What can go wrong between a client and the fake Genesys Cloud, when, and how often it did. */
@NullMarked
package com.spokefleet.testing.faults;

import org.jspecify.annotations.NullMarked;
