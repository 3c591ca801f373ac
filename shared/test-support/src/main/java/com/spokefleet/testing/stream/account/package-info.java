/** Where every event is: received, delivered, dropped, dead-lettered, in flight. */
@NullMarked
package com.spokefleet.testing.stream.account;

import org.jspecify.annotations.NullMarked;
