/** Adds an org to a fleet: looks at its Genesys side, writes its entry, names the role it needs. */
@NullMarked
package com.spokefleet.cli.onboard;

import org.jspecify.annotations.NullMarked;
