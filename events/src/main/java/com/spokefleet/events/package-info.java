/** What Genesys Cloud sends over EventBridge, and what a SIEM gets of it. */
@NullMarked
package com.spokefleet.events;

import org.jspecify.annotations.NullMarked;
