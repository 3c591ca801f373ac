/** What the local SIEMs that content is installed in have in common. */
@NullMarked
package com.spokefleet.testing.siem;

import org.jspecify.annotations.NullMarked;
