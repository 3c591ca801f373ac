/** What administrators did in a fake organisation: invented, told as truth, and put into JSON. */
@NullMarked
package com.spokefleet.testing.audit;

import org.jspecify.annotations.NullMarked;
