/** The local intakes against their documented answers. */
@NullMarked
package com.spokefleet.testing.stream.datadog;

import org.jspecify.annotations.NullMarked;
