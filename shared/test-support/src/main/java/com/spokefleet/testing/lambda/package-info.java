/** Lambda on this machine: the runtime API, and functions under AWS's own runtime client. */
@NullMarked
package com.spokefleet.testing.lambda;

import org.jspecify.annotations.NullMarked;
