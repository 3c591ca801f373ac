@NullMarked
package com.spokefleet.config;

import org.jspecify.annotations.NullMarked;
