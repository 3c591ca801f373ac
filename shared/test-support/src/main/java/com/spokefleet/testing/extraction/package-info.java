/** A stand-in for Genesys' Data Extraction API, as far as anything is known of it. */
@NullMarked
package com.spokefleet.testing.extraction;

import org.jspecify.annotations.NullMarked;
