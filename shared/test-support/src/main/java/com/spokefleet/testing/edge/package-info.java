/** The Edges of a fake organisation and what they measure. */
@NullMarked
package com.spokefleet.testing.edge;

import org.jspecify.annotations.NullMarked;
