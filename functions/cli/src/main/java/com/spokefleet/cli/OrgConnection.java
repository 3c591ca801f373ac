package com.spokefleet.cli;

import com.spokefleet.genesys.http.GenesysHttp;
import com.spokefleet.genesys.http.TokenSource;

/** The way into one org: its sign-in, and its API with the tokens of that. */
public record OrgConnection(TokenSource tokens, GenesysHttp http) {}
