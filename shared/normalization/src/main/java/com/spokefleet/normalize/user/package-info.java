/** What the agents of an org do, as plain records. */
@NullMarked
package com.spokefleet.normalize.user;

import org.jspecify.annotations.NullMarked;
