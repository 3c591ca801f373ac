@NullMarked
package com.spokefleet.siem.install;

import org.jspecify.annotations.NullMarked;
