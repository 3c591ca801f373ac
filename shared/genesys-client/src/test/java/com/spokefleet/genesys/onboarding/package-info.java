@NullMarked
package com.spokefleet.genesys.onboarding;

import org.jspecify.annotations.NullMarked;
