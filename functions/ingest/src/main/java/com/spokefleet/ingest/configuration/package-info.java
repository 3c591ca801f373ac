/** Configuration objects of an org, landed as dimensions with history. */
@NullMarked
package com.spokefleet.ingest.configuration;

import org.jspecify.annotations.NullMarked;
