package com.spokefleet.testing.week;

import static com.spokefleet.testing.week.Group.ADMINISTRATOR;
import static com.spokefleet.testing.week.Group.AGENT;
import static com.spokefleet.testing.week.Group.ANALYST;
import static com.spokefleet.testing.week.Group.CAMPAIGNS;
import static com.spokefleet.testing.week.Group.CRM;
import static com.spokefleet.testing.week.Group.DEPLOYMENT;
import static com.spokefleet.testing.week.Group.DEVELOPER;
import static com.spokefleet.testing.week.Group.DIALLER;
import static com.spokefleet.testing.week.Group.EXPORTER;
import static com.spokefleet.testing.week.Group.GENESYS;
import static com.spokefleet.testing.week.Group.HELP_DESK;
import static com.spokefleet.testing.week.Group.PARTNER;
import static com.spokefleet.testing.week.Group.PLATFORM;
import static com.spokefleet.testing.week.Group.PRIVACY;
import static com.spokefleet.testing.week.Group.PROVISIONING;
import static com.spokefleet.testing.week.Group.QUALITY;
import static com.spokefleet.testing.week.Group.SUPERVISOR;
import static com.spokefleet.testing.week.Group.TELEPHONY;

import java.util.List;
import java.util.stream.Stream;

/**
 * The audits of an ordinary week: what runs all day, what offices do, and what is rightly rare. The
 * numbers are believed, not measured; nobody publishes them.
 */
final class Habits {
  static final List<Habit> ALL =
      Stream.of(platform(), programs(), staff(), administrators(), rightlyRare())
          .flatMap(List::stream)
          .toList();

  private Habits() {}

  private static List<Habit> platform() {
    return List.of(
        Habit.of(PLATFORM, "Queue", "MemberAdd", 6_000).inBulk(),
        Habit.of(PLATFORM, "Queue", "MemberRemove", 6_000).inBulk(),
        Habit.of(PLATFORM, "Recording", "Delete", 8_000).to(5_000).at(Hours.NIGHT).inBulk(),
        Habit.of(PLATFORM, "AccessToken", "Revoke", 900).to(2_000).inBulk(),
        Habit.of(PLATFORM, "Schedule", "Update", 800).inBulk(),
        Habit.of(PLATFORM, "Credential", "Update", 40),
        Habit.of(PLATFORM, "Trunk", "UpdateInService", 6),
        Habit.of(PLATFORM, "RecordingKey", "Rotate", 1),
        Habit.of(PLATFORM, "OAuthClient", "Update", 4).changing("scopes=analytics"),
        Habit.of(PLATFORM, "TranscriptionSettings", "Update", 1));
  }

  private static List<Habit> programs() {
    return List.of(
        Habit.of(PROVISIONING, "User", "Update", 7).inBurstsOf(60, 2).to(600).at(Hours.NIGHT),
        Habit.of(PROVISIONING, "User", "Create", 2).inBurstsOf(18, 4).to(5_000).at(Hours.NIGHT),
        Habit.of(PROVISIONING, "User", "Delete", 2).inBurstsOf(6, 4).to(5_000).at(Hours.NIGHT),
        Habit.of(PROVISIONING, "Role", "MemberAdd", 20).named("Agent").changing("members=x"),
        Habit.of(DEPLOYMENT, "Flow", "Publish", 3).inBurstsOf(12, 20).at(Hours.NIGHT),
        Habit.of(DEPLOYMENT, "Queue", "Update", 3).inBurstsOf(25, 3).at(Hours.NIGHT),
        Habit.of(DEPLOYMENT, "WrapupCode", "Delete", 1).inBurstsOf(6, 5).at(Hours.NIGHT),
        Habit.of(EXPORTER, "Exports", "Create", 24 * 7).to(5_000),
        Habit.of(EXPORTER, "Exports", "Download", 24 * 7).to(5_000),
        Habit.of(DIALLER, "ContactList", "Export", 5 * 7).to(6),
        Habit.of(DIALLER, "ContactList", "Update", 24 * 7).to(12),
        Habit.of(DIALLER, "DNCList", "Append", 24 * 7).to(2),
        Habit.of(CRM, "Row", "Update", 3_000).to(5_000).inBulk(),
        Habit.of(CRM, "Row", "Delete", 14).inBurstsOf(60, 1).to(5_000),
        Habit.of(CRM, "Workitem", "Delete", 300).to(5_000).inBulk());
  }

  private static List<Habit> staff() {
    return List.of(
        Habit.of(AGENT, "AuthUser", "Authenticate", 2_500)
            .with("vendor_status", "SUCCESS")
            .inBulk(),
        Habit.of(AGENT, "AuthUser", "Authenticate", 60)
            .inBurstsOf(3, 12)
            .with("vendor_status", "FAILURE"),
        Habit.of(AGENT, "AuthUser", "ChangePassword", 40).with("self_change", "true"),
        Habit.of(AGENT, "TimeOffRequest", "Create", 150).to(5_000).inBulk(),
        Habit.of(AGENT, "TimeOffRequest", "Delete", 20).to(5_000),
        Habit.of(AGENT, "ShiftTrade", "Delete", 10).to(5_000),
        Habit.of(HELP_DESK, "AuthUser", "ChangePassword", 45).to(600),
        Habit.of(SUPERVISOR, "Queue", "MemberUpdate", 400).inBulk(),
        Habit.of(SUPERVISOR, "Schedule", "Update", 300).to(5_000).inBulk(),
        Habit.of(SUPERVISOR, "Schedule", "Delete", 4).inBurstsOf(30, 2).to(5_000),
        Habit.of(SUPERVISOR, "Exports", "Create", 160).to(5_000),
        Habit.of(SUPERVISOR, "ScheduledExports", "Create", 5).to(200),
        Habit.of(SUPERVISOR, "Recording", "View", 500).to(5_000).inBulk(),
        Habit.of(QUALITY, "Evaluation", "Create", 400).to(5_000).inBulk(),
        Habit.of(QUALITY, "Recording", "View", 900).to(5_000).inBulk(),
        Habit.of(QUALITY, "Recording", "Download", 120).to(5_000),
        Habit.of(QUALITY, "Annotation", "Delete", 20).to(5_000),
        Habit.of(CAMPAIGNS, "Campaign", "Enable", 60).to(20),
        Habit.of(CAMPAIGNS, "Campaign", "Disable", 60).to(20),
        Habit.of(CAMPAIGNS, "ContactList", "Upload", 30).to(12),
        Habit.of(CAMPAIGNS, "ContactList", "Export", 10).to(12),
        Habit.of(CAMPAIGNS, "ContactList", "Delete", 6).to(60),
        Habit.of(ANALYST, "Exports", "Create", 80).to(5_000),
        Habit.of(ANALYST, "Exports", "Download", 60).to(5_000),
        Habit.of(ANALYST, "ScheduledExports", "Update", 6).to(200),
        Habit.of(PRIVACY, "GdprRequest", "Create", 3).to(5_000),
        Habit.of(PRIVACY, "Recording", "Delete", 2).inBurstsOf(2, 300).to(5_000));
  }

  private static List<Habit> administrators() {
    return List.of(
        Habit.of(ADMINISTRATOR, "User", "Update", 250).to(600).inBulk(),
        Habit.of(ADMINISTRATOR, "Role", "MemberAdd", 40).named("Agent").changing("members=x"),
        Habit.of(ADMINISTRATOR, "Role", "MemberAdd", 8).named("Supervisor").changing("members=x"),
        Habit.of(ADMINISTRATOR, "Queue", "Update", 60),
        Habit.of(ADMINISTRATOR, "Queue", "Delete", 1),
        Habit.of(ADMINISTRATOR, "WrapupCode", "Create", 12).to(200),
        Habit.of(ADMINISTRATOR, "WrapupCode", "Delete", 4).to(200),
        Habit.of(ADMINISTRATOR, "SkillsGroup", "Update", 20),
        Habit.of(ADMINISTRATOR, "Team", "Update", 20),
        Habit.of(ADMINISTRATOR, "ScheduleGroup", "Update", 4),
        Habit.of(ADMINISTRATOR, "OAuthClient", "View", 3).with("changed_properties", "name"),
        Habit.of(ADMINISTRATOR, "UserSkill", "Delete", 15).to(600),
        Habit.of(TELEPHONY, "Phone", "Create", 30).to(600),
        Habit.of(TELEPHONY, "Phone", "Delete", 10).to(600),
        Habit.of(TELEPHONY, "DID", "Assign", 25).to(600),
        Habit.of(TELEPHONY, "DID", "Unassign", 15).to(600),
        Habit.of(TELEPHONY, "Site", "Update", 2),
        Habit.of(DEVELOPER, "Flow", "Checkin", 60),
        Habit.of(DEVELOPER, "Flow", "Save", 200).inBulk(),
        Habit.of(DEVELOPER, "Flow", "Publish", 30),
        Habit.of(DEVELOPER, "Prompt", "Update", 20),
        Habit.of(DEVELOPER, "ActionDraft", "Update", 6).changing("description=x"));
  }

  /** What a SOC wants to hear of, though in most weeks it is in order. */
  private static List<Habit> rightlyRare() {
    return List.of(
        Habit.of(ADMINISTRATOR, "OAuthClient", "Create", 0.4).to(500),
        Habit.of(ADMINISTRATOR, "OAuthClient", "Update", 0.6).changing("scopes=users"),
        Habit.of(ADMINISTRATOR, "OAuthClient", "View", 1.5).with("changed_properties", "secret"),
        Habit.of(ADMINISTRATOR, "OAuthClient", "Rotate", 0.3),
        Habit.of(ADMINISTRATOR, "OAuthClient", "Delete", 0.2),
        Habit.of(ADMINISTRATOR, "OAuthClientAuthorization", "Authorize", 0.2),
        Habit.of(ADMINISTRATOR, "Role", "MemberAdd", 1).named("Master Admin").changing("members=x"),
        Habit.of(ADMINISTRATOR, "Role", "Update", 0.5).changing("permissions=authorization:role"),
        Habit.of(ADMINISTRATOR, "AuthOrganization", "Update", 0.1).changing("passwordLength=12"),
        Habit.of(ADMINISTRATOR, "OrganizationAuthorizationTrust", "Create", 0.03),
        Habit.of(ADMINISTRATOR, "AuthUser", "ChangePassword", 2).to(600),
        Habit.of(ADMINISTRATOR, "Credential", "Update", 0.5),
        Habit.of(ADMINISTRATOR, "Integration", "Disable", 0.3).named("Survey vendor"),
        Habit.of(ADMINISTRATOR, "OrganizationFeature", "Enable", 0.2),
        Habit.of(ADMINISTRATOR, "NumberOrder", "Create", 0.7).to(500),
        Habit.of(ADMINISTRATOR, "EmergencyGroup", "Enable", 0.15),
        Habit.of(ADMINISTRATOR, "Location", "Delete", 0.2),
        Habit.of(ADMINISTRATOR, "DirectoryGroup", "Delete", 0.4),
        Habit.of(TELEPHONY, "OutboundRoute", "Update", 0.5)
            .changing("classificationTypes=National"),
        Habit.of(TELEPHONY, "NumberPlan", "Update", 0.3).changing("match=intraCountryCode"),
        Habit.of(TELEPHONY, "Trunk", "Update", 0.7),
        Habit.of(TELEPHONY, "IVR", "Update", 2),
        Habit.of(TELEPHONY, "DID", "Reassign", 0.5),
        Habit.of(TELEPHONY, "Edge", "UpdateOutOfService", 0.7),
        Habit.of(TELEPHONY, "Edge", "Cycle", 0.5),
        Habit.of(TELEPHONY, "EdgeLogZip", "Download", 0.2),
        Habit.of(DEVELOPER, "Flow", "Delete", 0.7).to(200),
        Habit.of(DEVELOPER, "Action", "Update", 0.8).changing("requestUrl=https://crm"),
        Habit.of(DEVELOPER, "Webhook", "Create", 0.3).to(200),
        Habit.of(DEVELOPER, "Deployment", "Update", 0.3)
            .changing("allowedDomains=shop.example")
            .with("service_name", "WebDeployments"),
        Habit.of(QUALITY, "Policy", "Update", 0.5).with("service_name", "Quality"),
        Habit.of(CAMPAIGNS, "CallableTimeSet", "Update", 0.6).with("service_name", "Outbound"),
        Habit.of(PARTNER, "Queue", "Update", 15),
        Habit.of(PARTNER, "Flow", "Publish", 3),
        Habit.of(GENESYS, "Trunk", "Update", 0.4));
  }
}
