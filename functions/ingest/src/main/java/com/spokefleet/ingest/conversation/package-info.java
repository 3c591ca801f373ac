/** Conversation details: what is read, in which order, and how it is landed and proven. */
@NullMarked
package com.spokefleet.ingest.conversation;

import org.jspecify.annotations.NullMarked;
