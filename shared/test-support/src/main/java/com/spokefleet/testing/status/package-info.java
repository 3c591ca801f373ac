/** A public status page, as Statuspage.io serves it. */
@NullMarked
package com.spokefleet.testing.status;

import org.jspecify.annotations.NullMarked;
