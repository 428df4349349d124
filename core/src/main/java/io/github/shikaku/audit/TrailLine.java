package io.github.shikaku.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a trail and what stands in them. */
final class TrailLine {
  static final String SEQUENCE = "seq";
  static final String KIND = "kind";
  static final String PREVIOUS = "prev";
  static final String TIME = "time";
  static final String ALGORITHM = "algorithm";
  static final String KEY_CHECK = "keyCheck";

  static final String TRAIL = "TRAIL";
  static final String RECORD = "RECORD";
  static final String RECOVERED = "RECOVERED";

  /** How every line of a trail starts, also when it was tampered with elsewhere. */
  static final String START = "{\"seq\":";

  /** What stands before the first line. */
  static final String NOTHING = "0".repeat(ChainHash.HEX_LENGTH);

  private TrailLine() {}

  /** Members of the first line; the random id makes every trail a chain of its own. */
  static Map<String, Object> trail(String id, ChainHash hash) {
    Map<String, Object> members = start(0, TRAIL);
    members.put("format", 1L);
    members.put("trail", id);
    members.put(ALGORITHM, hash.algorithm());
    members.put(KEY_CHECK, hash.keyCheck());
    members.put(PREVIOUS, NOTHING);
    return members;
  }

  static Map<String, Object> record(long sequence, AuditRecord record, String previous) {
    Map<String, Object> members = start(sequence, RECORD);
    members.put(TIME, record.time());
    members.put("phase", record.phase());
    members.put("operation", record.operation());
    members.put("interface", record.interfaceId());
    members.put("institution", record.institution().wire());
    put(members, "request", record.requestName());
    members.put("correlation", record.correlationId());
    CallContext context = record.context();
    if (context != null) {
      members.put("operator", context.operatorId());
      members.put("role", context.role().label());
      members.put("qualified", context.role().qualified());
      put(members, "patient", context.patientId());
      members.put("purpose", context.purpose());
    }
    put(members, "basis", record.basis());
    put(members, "outcome", record.outcome());
    put(members, "error", record.errorId());
    put(members, "consentAskedBy", record.consentAskedBy());
    put(members, "consentAt", record.consentAt());
    members.put(PREVIOUS, previous);
    return members;
  }

  /** Members of the note that an unfinished line of this many bytes was set aside. */
  static Map<String, Object> recovered(long sequence, long bytes, String previous) {
    Map<String, Object> members = start(sequence, RECOVERED);
    members.put("bytes", bytes);
    members.put(PREVIOUS, previous);
    return members;
  }

  private static Map<String, Object> start(long sequence, String kind) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(SEQUENCE, sequence);
    members.put(KIND, kind);
    return members;
  }

  private static void put(Map<String, Object> members, String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }
}
