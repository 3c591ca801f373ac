@NullMarked
package com.spokefleet.siem.install.datadog;

import org.jspecify.annotations.NullMarked;
