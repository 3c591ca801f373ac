@NullMarked
package com.spokefleet.siem.datadog;

import org.jspecify.annotations.NullMarked;
