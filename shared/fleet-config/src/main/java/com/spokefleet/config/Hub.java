package com.spokefleet.config;

/** Where the lake lives: AWS region and bucket name. */
public record Hub(String awsRegion, String lakeBucket) {}
