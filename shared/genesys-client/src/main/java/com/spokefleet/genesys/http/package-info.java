/**
 * One patient, bounded HTTP exchange with Genesys Cloud: token, pacing, retries, deadline and typed
 * errors.
 */
@NullMarked
package com.spokefleet.genesys.http;

import org.jspecify.annotations.NullMarked;
