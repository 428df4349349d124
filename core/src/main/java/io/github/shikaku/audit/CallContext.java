package io.github.shikaku.audit;

import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf, about whom and why something is asked. It goes into the audit trail as given, so
 * {@code patientId} is the vendor's own id (患者番号), never an insured number, and {@code purpose}
 * names the occasion (受付, 診察 ...), never medical content.
 *
 * @param operatorId the vendor's id of the person or programme that acts, at most 64 characters
 * @param role in which role
 * @param patientId the vendor's own patient id, at most 64 characters; null when nobody is chosen
 *     yet
 * @param purpose why, in a few words, at most 200 characters
 */
public record CallContext(
    String operatorId, OperatorRole role, @Nullable String patientId, String purpose) {
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_ROLE = 32;
  private static final int LONGEST_PURPOSE = 200;

  /**
   * Checks every part.
   *
   * @throws InvalidRequestException with every mistake at once
   */
  public CallContext {
    List<Violation> violations = violations(operatorId, role, patientId, purpose);
    if (!violations.isEmpty()) {
      throw new InvalidRequestException(violations);
    }
  }

  /** Starts a context; operator, role and purpose are needed. */
  public static Builder builder() {
    return new Builder();
  }

  /** The same operator, role and purpose, about another patient. */
  public CallContext forPatient(@Nullable String otherPatientId) {
    return new CallContext(operatorId, role, otherPatientId, purpose);
  }

  /** Shows who acts, but neither the patient nor the purpose. */
  @Override
  public String toString() {
    return "CallContext["
        + operatorId
        + ", "
        + role.label()
        + ", patient "
        + (patientId == null ? "none" : "***")
        + ", purpose ***]";
  }

  private static List<Violation> violations(
      @Nullable String operatorId,
      @Nullable OperatorRole role,
      @Nullable String patientId,
      @Nullable String purpose) {
    List<Violation> violations = new ArrayList<>();
    AuditText text = new AuditText(violations);
    text.required("operatorId", operatorId, LONGEST_ID)
        .required("role", role == null ? null : role.label(), LONGEST_ROLE)
        .optional("patientId", patientId, LONGEST_ID)
        .required("purpose", purpose, LONGEST_PURPOSE);
    return violations;
  }

  /** Collects the parts of a {@link CallContext}. */
  public static final class Builder {
    private @Nullable String operatorId;
    private @Nullable OperatorRole role;
    private @Nullable String patientId;
    private @Nullable String purpose;

    private Builder() {}

    /** The vendor's id of the person or programme that acts, at most 64 characters. */
    public Builder operatorId(String id) {
      operatorId = id.strip();
      return this;
    }

    /** In which role. */
    public Builder role(OperatorRole operatorRole) {
      role = operatorRole;
      return this;
    }

    /** The vendor's own patient id, at most 64 characters. */
    public Builder patientId(String id) {
      patientId = id.strip();
      return this;
    }

    /** Why, in a few words, at most 200 characters, without medical content. */
    public Builder purpose(String reason) {
      purpose = reason.strip();
      return this;
    }

    /**
     * The context.
     *
     * @throws InvalidRequestException with every mistake at once
     */
    public CallContext build() {
      if (operatorId == null || role == null || purpose == null) {
        throw new InvalidRequestException(violations(operatorId, role, patientId, purpose));
      }
      return new CallContext(operatorId, role, patientId, purpose);
    }
  }
}
