/** JSON as bytes: read without decoding, written without trees. */
@NullMarked
package com.spokefleet.events.json;

import org.jspecify.annotations.NullMarked;
