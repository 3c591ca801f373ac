@NullMarked
package com.spokefleet.genesys.conversation;

import org.jspecify.annotations.NullMarked;
