package com.spokefleet.siem.lookup;

/** What a user is called; audits often have the id only. */
public record UserName(String orgId, String userId, String name) {}
