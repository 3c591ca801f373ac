/** The shapes of Genesys' replies as they are known, and how others differ from them. */
@NullMarked
package com.spokefleet.genesys.schema;

import org.jspecify.annotations.NullMarked;
