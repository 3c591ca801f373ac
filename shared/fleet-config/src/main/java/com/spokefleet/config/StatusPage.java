package com.spokefleet.config;

import java.net.URI;

/**
 * Where Genesys Cloud tells how a region is doing.
 *
 * @param address of the page, without a path
 * @param group name that the org's region has on it
 */
public record StatusPage(URI address, String group) {}
