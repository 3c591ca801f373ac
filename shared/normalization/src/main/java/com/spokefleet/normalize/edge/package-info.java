/** Measurements of Edges as plain records, and the pure function from them to rows. */
@NullMarked
package com.spokefleet.normalize.edge;

import org.jspecify.annotations.NullMarked;
