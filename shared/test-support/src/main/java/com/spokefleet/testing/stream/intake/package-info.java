/** What the local SIEMs share: a loopback server, faults on demand, a store to search. */
@NullMarked
package com.spokefleet.testing.stream.intake;

import org.jspecify.annotations.NullMarked;
