/** How a fake organisation is set up for a client: grants, integrations, and what can be sent. */
@NullMarked
package com.spokefleet.testing.setup;

import org.jspecify.annotations.NullMarked;
