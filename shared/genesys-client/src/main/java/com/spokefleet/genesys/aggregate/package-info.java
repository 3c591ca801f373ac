/**
 * Conversation aggregates: figures per queue, medium, direction and half hour. Nothing here can ask
 * for, or hold, a record of a person.
 */
@NullMarked
package com.spokefleet.genesys.aggregate;

import org.jspecify.annotations.NullMarked;
