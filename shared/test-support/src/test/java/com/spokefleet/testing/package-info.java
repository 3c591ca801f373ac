/** The fake Genesys Cloud held to what it promises, over real HTTP. */
@NullMarked
package com.spokefleet.testing;

import org.jspecify.annotations.NullMarked;
