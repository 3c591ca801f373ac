/** Conversation details: what is asked, and the streaming decoder of what comes back. */
@NullMarked
package com.spokefleet.genesys.conversation;

import org.jspecify.annotations.NullMarked;
