/** Buckets as all of ours are. */
@NullMarked
package com.spokefleet.infra.bucket;

import org.jspecify.annotations.NullMarked;
