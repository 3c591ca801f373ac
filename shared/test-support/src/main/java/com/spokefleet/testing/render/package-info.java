/** The JSON of the documented API, written from what the generator invented. */
@NullMarked
package com.spokefleet.testing.render;

import org.jspecify.annotations.NullMarked;
