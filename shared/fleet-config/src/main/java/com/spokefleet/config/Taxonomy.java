package com.spokefleet.config;

import java.util.List;

/** The fleet's own vocabulary of wrap-up codes, onto which every org's codes are mapped. */
public record Taxonomy(List<CanonicalWrapup> wrapups) {}
