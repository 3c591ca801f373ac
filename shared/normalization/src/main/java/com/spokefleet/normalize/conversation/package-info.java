/** What a Genesys conversation record says, freed of its wire form. */
@NullMarked
package com.spokefleet.normalize.conversation;

import org.jspecify.annotations.NullMarked;
