package com.spokefleet.lake.store;

/** An opaque tag that changes whenever an object's content does (S3: the ETag). */
public record ObjectVersion(String tag) {}
