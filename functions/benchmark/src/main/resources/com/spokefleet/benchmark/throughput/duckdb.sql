-- The columns of conversations and segments as docs/TABLES.md tells them, for an org that allows no personal data.
SET threads = 1;
SET TimeZone = 'UTC';

CREATE TEMP TABLE details AS
SELECT *
FROM read_json('${input}', format = 'newline_delimited', maximum_object_size = 67108864, columns = {
  conversationId: 'VARCHAR', conversationStart: 'TIMESTAMP', conversationEnd: 'TIMESTAMP', conferenceStart: 'TIMESTAMP',
  originatingDirection: 'VARCHAR', conversationInitiator: 'VARCHAR', customerParticipation: 'BOOLEAN', selfServed: 'BOOLEAN',
  mediaStatsMinConversationMos: 'DOUBLE', mediaStatsMinConversationRFactor: 'DOUBLE', divisionIds: 'VARCHAR[]',
  participants: 'STRUCT(
    participantId VARCHAR, purpose VARCHAR, userId VARCHAR,
    sessions STRUCT(
      sessionId VARCHAR, peerId VARCHAR, mediaType VARCHAR, direction VARCHAR, provider VARCHAR,
      flow STRUCT(flowId VARCHAR, flowName VARCHAR, flowType VARCHAR, entryType VARCHAR, exitReason VARCHAR),
      metrics STRUCT("name" VARCHAR, "value" BIGINT)[],
      segments STRUCT(
        segmentStart TIMESTAMP, segmentEnd TIMESTAMP, segmentType VARCHAR, queueId VARCHAR, groupId VARCHAR,
        disconnectType VARCHAR, errorCode VARCHAR, conference BOOLEAN, audioMuted BOOLEAN, wrapUpCode VARCHAR,
        wrapUpTags VARCHAR[], requestedRoutingSkillIds VARCHAR[], requestedLanguageId VARCHAR,
        sipResponseCodes BIGINT[], q850ResponseCodes BIGINT[])[])[])[]'});

CREATE TEMP TABLE legs AS
WITH parties AS (
  SELECT conversationId, conversationStart, unnest(participants) AS participant,
    generate_subscripts(participants, 1) AS party
  FROM details),
sessions AS (
  SELECT conversationId, conversationStart, participant.participantId AS participantId, participant.purpose AS purpose,
    participant.userId AS userId, unnest(participant.sessions) AS leg,
    party * 1000 + generate_subscripts(participant.sessions, 1) AS position
  FROM parties),
named AS (
  SELECT *, [metric.name FOR metric IN leg.metrics] AS names,
    list_min([epoch_ms(segment.segmentStart) FOR segment IN leg.segments]) * 1000000 + position AS place
  FROM sessions)
SELECT *,
  purpose IN ('acd', 'agent') OR list_has_any(names, ['nOffered', 'tAnswered', 'tAbandon', 'tFlowOut', 'tNotResponding',
    'tTalkComplete', 'tTalk', 'tAcw', 'tHandle']) AS is_interaction,
  NOT list_contains(names, 'tTalkComplete') AS talk_falls_back,
  NOT list_contains(names, 'tHeldComplete') AS hold_falls_back
FROM named;

CREATE TEMP TABLE activities AS
SELECT conversationId, conversationStart, participantId, purpose, userId, place,
  leg.sessionId AS sessionId, leg.peerId AS peerId, leg.mediaType AS mediaType, leg.direction AS direction,
  leg.provider AS provider, leg.flow AS flow,
  unnest(leg.segments) AS segment, generate_subscripts(leg.segments, 1) - 1 AS segment_index
FROM legs;

COPY (
  SELECT '${org_id}' AS org_id, conversationId AS conversation_id, sessionId AS session_id, segment_index,
    CAST(conversationStart AS DATE) AS day,
    segment.segmentStart AT TIME ZONE 'UTC' AS segment_start, segment.segmentEnd AT TIME ZONE 'UTC' AS segment_end,
    greatest(0, epoch_ms(segment.segmentEnd) - epoch_ms(segment.segmentStart)) AS duration_ms,
    segment.segmentType AS segment_type, participantId AS participant_id, purpose, peerId AS peer_id,
    mediaType AS media_type, direction, provider, segment.queueId AS queue_id, userId AS user_id,
    segment.groupId AS group_id, segment.disconnectType AS disconnect_type, segment.errorCode AS error_code,
    segment.conference AS conference, segment.audioMuted AS audio_muted, segment.wrapUpCode AS wrapup_code,
    nullif(array_to_string(segment.wrapUpTags, ','), '') AS wrapup_tags,
    nullif(array_to_string(segment.requestedRoutingSkillIds, ','), '') AS requested_skill_ids,
    segment.requestedLanguageId AS requested_language_id,
    nullif(array_to_string(segment.sipResponseCodes, ','), '') AS sip_response_codes,
    nullif(array_to_string(segment.q850ResponseCodes, ','), '') AS q850_response_codes,
    flow.flowId AS flow_id, flow.flowName AS flow_name, flow.flowType AS flow_type, flow.entryType AS flow_entry_type,
    flow.exitReason AS flow_exit_reason,
    CAST(NULL AS VARCHAR) AS participant_name, CAST(NULL AS VARCHAR) AS external_contact_id,
    CAST(NULL AS VARCHAR) AS external_organization_id, CAST(NULL AS VARCHAR) AS ani, CAST(NULL AS VARCHAR) AS dnis,
    CAST(NULL AS VARCHAR) AS session_dnis, CAST(NULL AS VARCHAR) AS address_from, CAST(NULL AS VARCHAR) AS address_to,
    CAST(NULL AS VARCHAR) AS address_self, CAST(NULL AS VARCHAR) AS address_other, CAST(NULL AS VARCHAR) AS remote,
    CAST(NULL AS VARCHAR) AS callback_user_name, CAST(NULL AS VARCHAR) AS callback_numbers,
    CAST(NULL AS VARCHAR) AS outbound_contact_id, CAST(NULL AS VARCHAR) AS flow_entry_reason,
    CAST(NULL AS VARCHAR) AS flow_transfer_target_address, CAST(NULL AS VARCHAR) AS subject,
    CAST(NULL AS VARCHAR) AS wrapup_note
  FROM activities
  ORDER BY conversation_id, session_id, segment_index
) TO '${output}/segments.parquet' (FORMAT parquet, COMPRESSION zstd);

CREATE TEMP TABLE figures AS
WITH emitted AS (
  SELECT conversationId, is_interaction, talk_falls_back, hold_falls_back, unnest(leg.metrics) AS metric FROM legs),
flat AS (
  SELECT conversationId, is_interaction, talk_falls_back, hold_falls_back, metric.name AS name, metric.value AS value
  FROM emitted)
SELECT conversationId,
  sum(value) FILTER (is_interaction AND name = 'nOffered') AS n_offered,
  sum(value) FILTER (is_interaction AND name = 'tAcd') AS t_wait_ms,
  count(*) FILTER (is_interaction AND name = 'tAnswered') AS n_answered,
  sum(value) FILTER (is_interaction AND name = 'tAnswered') AS t_answer_wait_ms,
  count(*) FILTER (is_interaction AND name = 'tAbandon') AS n_abandoned,
  sum(value) FILTER (is_interaction AND name = 'tAbandon') AS t_abandon_wait_ms,
  count(*) FILTER (is_interaction AND name = 'tShortAbandon') AS n_short_abandoned,
  count(*) FILTER (is_interaction AND name = 'tFlowOut') AS n_flow_out,
  sum(value) FILTER (is_interaction AND name = 'nOverSla') AS n_over_sla,
  sum(value) FILTER (name = 'tIvr') AS t_ivr_ms,
  count(*) FILTER (is_interaction AND name = 'tAlert') AS n_alerted,
  sum(value) FILTER (is_interaction AND name = 'tAlert') AS t_alert_ms,
  count(*) FILTER (is_interaction AND name = 'tNotResponding') AS n_not_responding,
  count(*) FILTER (is_interaction AND name = 'tTalkComplete') AS n_talked_complete,
  sum(value) FILTER (is_interaction AND (name = 'tTalkComplete' OR name = 'tTalk' AND talk_falls_back)) AS t_talk_ms,
  count(*) FILTER (is_interaction AND name = 'tHeldComplete') AS n_held_complete,
  sum(value) FILTER (is_interaction AND (name = 'tHeldComplete' OR name = 'tHeld' AND hold_falls_back)) AS t_held_ms,
  count(*) FILTER (is_interaction AND name = 'tAcw') AS n_acw,
  sum(value) FILTER (is_interaction AND name = 'tAcw') AS t_acw_ms,
  count(*) FILTER (is_interaction AND name = 'tHandle') AS n_handled,
  sum(value) FILTER (is_interaction AND name = 'tHandle') AS t_handle_ms,
  sum(value) FILTER (is_interaction AND name = 'nTransferred') AS n_transferred,
  sum(value) FILTER (is_interaction AND name = 'nBlindTransferred') AS n_blind_transferred,
  sum(value) FILTER (is_interaction AND name = 'nConsultTransferred') AS n_consult_transferred,
  sum(value) FILTER (is_interaction AND name = 'nConsult') AS n_consult,
  sum(value) FILTER (is_interaction AND name = 'nError') AS n_error,
  sum(value) FILTER (is_interaction AND name = 'tDialing') AS t_dialing_ms,
  sum(value) FILTER (is_interaction AND name = 'tContacting') AS t_contacting_ms
FROM flat
GROUP BY conversationId;

CREATE TEMP TABLE courses AS
SELECT conversationId,
  count(*) AS n_sessions,
  count(*) FILTER (is_interaction) AS n_interactions,
  sum(len(leg.segments)) AS n_segments,
  arg_min(leg.mediaType, place) AS first_media_type,
  arg_min(leg.flow.flowId, place) AS first_flow_id,
  arg_min(leg.flow.flowName, place) AS first_flow_name,
  arg_min(userId, place) FILTER (is_interaction) AS first_user_id,
  arg_max(userId, place) FILTER (is_interaction) AS last_user_id,
  count(*) FILTER (is_interaction AND talk_falls_back AND list_contains(names, 'tTalk')) AS n_talked_stretches,
  count(*) FILTER (is_interaction AND hold_falls_back AND list_contains(names, 'tHeld')) AS n_held_stretches,
  arg_min(queues[1], place) FILTER (is_interaction AND len(queues) > 0) AS first_queue_id,
  arg_max(queues[-1], place) FILTER (is_interaction AND len(queues) > 0) AS last_queue_id
FROM (
  SELECT *, [segment.queueId FOR segment IN leg.segments IF segment.queueId IS NOT NULL] AS queues FROM legs)
GROUP BY conversationId;

CREATE TEMP TABLE wrapups AS
SELECT conversationId, arg_max(segment.wrapUpCode, segment.segmentStart) AS wrapup_code
FROM activities
WHERE segment.wrapUpCode IS NOT NULL
GROUP BY conversationId;

COPY (
  SELECT '${org_id}' AS org_id, conversationId AS conversation_id, '${org_id}:' || conversationId AS conversation_key,
    CAST(conversationStart AS DATE) AS day, CAST(local_start AS DATE) AS local_date,
    strftime(time_bucket(INTERVAL 30 MINUTE, local_start), '%Y-%m-%dT%H:%M') AS local_interval,
    CAST(epoch(local_start) - epoch(conversationStart) AS BIGINT) // 60 AS utc_offset_minutes,
    conversationStart AT TIME ZONE 'UTC' AS conversation_start, conversationEnd AT TIME ZONE 'UTC' AS conversation_end,
    epoch_ms(conversationEnd) - epoch_ms(conversationStart) AS duration_ms,
    conferenceStart AT TIME ZONE 'UTC' AS conference_start, originatingDirection AS originating_direction,
    conversationInitiator AS conversation_initiator, customerParticipation AS customer_participation,
    selfServed AS is_self_served, first_media_type, divisionIds[1] AS division_id,
    nullif(array_to_string(divisionIds, ','), '') AS division_ids,
    first_flow_id, first_flow_name, first_queue_id, last_queue_id, first_user_id, last_user_id, wrapup_code,
    len(participants) AS n_participants, coalesce(n_sessions, 0) AS n_sessions,
    coalesce(n_interactions, 0) AS n_interactions, CAST(coalesce(n_segments, 0) AS BIGINT) AS n_segments,
    CAST(coalesce(n_offered, 0) AS BIGINT) AS n_offered, CAST(coalesce(t_wait_ms, 0) AS BIGINT) AS t_wait_ms,
    coalesce(n_answered, 0) AS n_answered, CAST(coalesce(t_answer_wait_ms, 0) AS BIGINT) AS t_answer_wait_ms,
    coalesce(n_abandoned, 0) AS n_abandoned, CAST(coalesce(t_abandon_wait_ms, 0) AS BIGINT) AS t_abandon_wait_ms,
    coalesce(n_short_abandoned, 0) AS n_short_abandoned, coalesce(n_flow_out, 0) AS n_flow_out,
    CAST(coalesce(n_over_sla, 0) AS BIGINT) AS n_over_sla, CAST(coalesce(t_ivr_ms, 0) AS BIGINT) AS t_ivr_ms,
    coalesce(n_alerted, 0) AS n_alerted, CAST(coalesce(t_alert_ms, 0) AS BIGINT) AS t_alert_ms,
    coalesce(n_not_responding, 0) AS n_not_responding,
    coalesce(n_talked_complete, 0) + coalesce(n_talked_stretches, 0) AS n_talked,
    CAST(coalesce(t_talk_ms, 0) AS BIGINT) AS t_talk_ms,
    coalesce(n_held_complete, 0) + coalesce(n_held_stretches, 0) AS n_held,
    CAST(coalesce(t_held_ms, 0) AS BIGINT) AS t_held_ms,
    coalesce(n_acw, 0) AS n_acw, CAST(coalesce(t_acw_ms, 0) AS BIGINT) AS t_acw_ms,
    coalesce(n_handled, 0) AS n_handled, CAST(coalesce(t_handle_ms, 0) AS BIGINT) AS t_handle_ms,
    CAST(coalesce(n_transferred, 0) AS BIGINT) AS n_transferred,
    CAST(coalesce(n_blind_transferred, 0) AS BIGINT) AS n_blind_transferred,
    CAST(coalesce(n_consult_transferred, 0) AS BIGINT) AS n_consult_transferred,
    CAST(coalesce(n_consult, 0) AS BIGINT) AS n_consult, CAST(coalesce(n_error, 0) AS BIGINT) AS n_error,
    CAST(coalesce(t_dialing_ms, 0) AS BIGINT) AS t_dialing_ms,
    CAST(coalesce(t_contacting_ms, 0) AS BIGINT) AS t_contacting_ms,
    mediaStatsMinConversationMos AS min_mos, mediaStatsMinConversationRFactor AS min_r_factor,
    'https://apps.mypurecloud.de/directory/#/engage/admin/interactions/' || conversationId AS direct_link,
    CAST(NULL AS VARCHAR) AS customer_name, CAST(NULL AS VARCHAR) AS ani, CAST(NULL AS VARCHAR) AS dnis,
    CAST(NULL AS VARCHAR) AS external_contact_id, CAST(NULL AS VARCHAR) AS external_organization_id,
    CAST(NULL AS VARCHAR) AS external_tag
  FROM (SELECT *, conversationStart AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/Berlin' AS local_start FROM details)
    LEFT JOIN courses USING (conversationId)
    LEFT JOIN figures USING (conversationId)
    LEFT JOIN wrapups USING (conversationId)
  ORDER BY conversation_id
) TO '${output}/conversations.parquet' (FORMAT parquet, COMPRESSION zstd);
