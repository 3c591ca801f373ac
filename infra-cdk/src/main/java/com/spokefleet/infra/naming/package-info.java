/** Names of everything that is deployed, predictable from fleet.yaml alone. */
@NullMarked
package com.spokefleet.infra.naming;

import org.jspecify.annotations.NullMarked;
