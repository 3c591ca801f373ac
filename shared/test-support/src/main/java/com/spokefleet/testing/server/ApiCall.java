package com.spokefleet.testing.server;

import com.spokefleet.testing.faults.Endpoint;
import com.spokefleet.testing.faults.FaultKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One signed-in, permitted call.
 *
 * @param ids in the path, in order
 * @param parameters of the query string, decoded
 * @param fault planned for it; what spoils the reply as a whole is done elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ApiCall(
    Endpoint endpoint,
    List<String> ids,
    Map<String, String> parameters,
    byte[] body,
    Optional<FaultKind> fault) {}
