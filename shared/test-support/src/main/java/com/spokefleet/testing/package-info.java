/** A fake Genesys Cloud: many organisations behind real HTTP, with a ledger of the truth. */
@NullMarked
package com.spokefleet.testing;

import org.jspecify.annotations.NullMarked;
