/** What a fleet costs a month, reckoned from the templates, stated assumptions and list prices. */
@NullMarked
package com.spokefleet.infra.cost;

import org.jspecify.annotations.NullMarked;
