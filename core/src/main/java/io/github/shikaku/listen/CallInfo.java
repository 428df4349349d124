package io.github.shikaku.listen;

import io.github.shikaku.model.InterfaceId;

/**
 * Which call it is about.
 *
 * @param operation name of the operation as in the audit trail, for example {@code
 *     qualification.lookup}
 * @param interfaceId the interface of the request
 * @param traceparent id of this one call in the form of W3C Trace Context, as in the logs; it is
 *     not sent to OQS
 */
public record CallInfo(String operation, InterfaceId interfaceId, String traceparent) {}
