/** The local stream held to what it promises, over real HTTP. */
@NullMarked
package com.spokefleet.testing.stream;

import org.jspecify.annotations.NullMarked;
