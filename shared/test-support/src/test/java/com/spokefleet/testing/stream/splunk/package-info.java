/** The local event collector against its documented answers. */
@NullMarked
package com.spokefleet.testing.stream.splunk;

import org.jspecify.annotations.NullMarked;
