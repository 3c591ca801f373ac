/** Users details: which days are read, how statuses are gathered, landed and proven. */
@NullMarked
package com.spokefleet.ingest.user;

import org.jspecify.annotations.NullMarked;
