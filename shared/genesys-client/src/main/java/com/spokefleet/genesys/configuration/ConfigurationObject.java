package com.spokefleet.genesys.configuration;

/**
 * An object of an org's configuration as Genesys describes it now. Everything but the id may be
 * missing: clients see only what their role shows them.
 */
public sealed interface ConfigurationObject
    permits OrganizationObject,
        QueueObject,
        UserObject,
        WrapupCodeObject,
        DivisionObject,
        PresenceObject {
  /** Unique within the org only; never empty. */
  String id();
}
