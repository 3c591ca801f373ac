/** The HTTP side: one loopback server per organisation that speaks the documented API. */
@NullMarked
package com.spokefleet.testing.server;

import org.jspecify.annotations.NullMarked;
