/** Proofs: the stored evidence of what a partition holds and why it is complete. */
@NullMarked
package com.spokefleet.lake.proof;

import org.jspecify.annotations.NullMarked;
