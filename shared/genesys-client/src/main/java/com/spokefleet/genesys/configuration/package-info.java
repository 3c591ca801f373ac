/**
 * What an org's administrators have set up (organisation, queues, users, wrap-up codes, divisions),
 * read with the Genesys SDK over our own connection, and the check that all of it may be read.
 */
@NullMarked
package com.spokefleet.genesys.configuration;

import org.jspecify.annotations.NullMarked;
