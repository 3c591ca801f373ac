/**
 * Who and what a fake organisation consists of: its settings, configuration objects and customers.
 */
@NullMarked
package com.spokefleet.testing.org;

import org.jspecify.annotations.NullMarked;
