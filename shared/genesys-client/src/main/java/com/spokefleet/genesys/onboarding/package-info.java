/**
 * What an administrator of Genesys Cloud set up around our client: its divisions, the EventBridge
 * integration, and the topics EventBridge can bring; read once, when an org is onboarded.
 */
@NullMarked
package com.spokefleet.genesys.onboarding;

import org.jspecify.annotations.NullMarked;
