package com.spokefleet.config;

import java.net.URI;

/**
 * Where an org is reached: its region's hosts, or a test host named in fleet.yaml. No trailing
 * slash.
 */
public record Endpoints(URI api, URI login, URI apps) {}
