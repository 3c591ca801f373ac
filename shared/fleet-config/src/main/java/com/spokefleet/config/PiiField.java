package com.spokefleet.config;

/**
 * Fields of a conversation record that can identify a customer, and fields of an audit that can
 * identify anybody. Each stays out of the lake unless the spoke's {@code privacy.allow} in
 * fleet.yaml names it. The YAML name is the Genesys field name, after {@code audit} for audits.
 */
public enum PiiField {
  ANI("ani"),
  DNIS("dnis"),
  SESSION_DNIS("sessionDnis"),
  ADDRESS_FROM("addressFrom"),
  ADDRESS_TO("addressTo"),
  ADDRESS_SELF("addressSelf"),
  ADDRESS_OTHER("addressOther"),
  REMOTE("remote"),
  PARTICIPANT_NAME("participantName"),
  CALLBACK_NUMBERS("callbackNumbers"),
  CALLBACK_USER_NAME("callbackUserName"),
  SUBJECT("subject"),
  WRAP_UP_NOTE("wrapUpNote"),
  FLOW_ENTRY_REASON("flowEntryReason"),
  FLOW_TRANSFER_TARGET_ADDRESS("flowTransferTargetAddress"),
  EXTERNAL_CONTACT_ID("externalContactId"),
  EXTERNAL_ORGANIZATION_ID("externalOrganizationId"),
  OUTBOUND_CONTACT_ID("outboundContactId"),
  EXTERNAL_TAG("externalTag"),
  AUDIT_USER_NAME("auditUserName"),
  AUDIT_REMOTE_IP("auditRemoteIp"),
  AUDIT_ENTITY_NAME("auditEntityName"),
  AUDIT_PROPERTY_VALUES("auditPropertyValues"),
  AUDIT_CONTEXT("auditContext");

  private final String yamlName;

  PiiField(String yamlName) {
    this.yamlName = yamlName;
  }

  public String yamlName() {
    return yamlName;
  }
}
