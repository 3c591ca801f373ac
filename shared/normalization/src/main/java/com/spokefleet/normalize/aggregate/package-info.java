/** What Genesys' conversation aggregates tell of a queue and half an hour, as plain figures. */
@NullMarked
package com.spokefleet.normalize.aggregate;

import org.jspecify.annotations.NullMarked;
