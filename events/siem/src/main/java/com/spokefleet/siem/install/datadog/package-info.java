/** Our objects in a Datadog account, through its public API. */
@NullMarked
package com.spokefleet.siem.install.datadog;

import org.jspecify.annotations.NullMarked;
