/**
 * Pure functions from Genesys records to rows of the lake: no I/O, no JSON, no clock. Start at
 * {@link com.spokefleet.normalize.ConversationNormalizer}.
 */
@NullMarked
package com.spokefleet.normalize;

import org.jspecify.annotations.NullMarked;
