/** Edges of one org and their measurements. */
@NullMarked
package com.spokefleet.genesys.edge;

import org.jspecify.annotations.NullMarked;
