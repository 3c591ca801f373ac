/** The hub: the lake, its catalogue, its readers, and the fleet's dashboard. */
@NullMarked
package com.spokefleet.infra.hub;

import org.jspecify.annotations.NullMarked;
