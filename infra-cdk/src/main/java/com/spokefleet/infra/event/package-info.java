/** The event path of one org, from the partner's bus to the SIEMs. */
@NullMarked
package com.spokefleet.infra.event;

import org.jspecify.annotations.NullMarked;
