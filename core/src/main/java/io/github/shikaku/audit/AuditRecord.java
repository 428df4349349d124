package io.github.shikaku.audit;

import io.github.shikaku.error.InvalidRequestException;
import io.github.shikaku.error.ShikakuException;
import io.github.shikaku.error.Violation;
import io.github.shikaku.model.Basis;
import io.github.shikaku.model.InterfaceId;
import io.github.shikaku.model.MedicalInstitutionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail. It says who asked for what, when and with which outcome, and holds
 * no name, number, birthdate or medical content.
 *
 * @param time when, by the clock of whoever writes the record
 * @param phase before sending, or with the outcome
 * @param operation what was done, for example {@code qualification.lookup}, at most 64 characters
 * @param interfaceId the interface of the request
 * @param institution for which institution
 * @param requestName name of the request (ticket), at most 128 characters; null while there is none
 * @param correlationId the same in both records of an operation and in no other, at most 64
 *     characters
 * @param context on whose behalf; null for a plain lookup without one
 * @param basis on what the operation rests (card at the reader, number known ...); null when it
 *     does not apply
 * @param outcome how it ended; null exactly while the phase is STARTED
 * @param errorId id of the error it ended with, null when there was none
 * @param consentAskedBy who asked the patient for the consent the request states (限度額), at most 64
 *     characters; null when none is stated
 * @param consentAt when the patient was asked; null when no consent is stated
 */
public record AuditRecord(
    Instant time,
    AuditPhase phase,
    String operation,
    InterfaceId interfaceId,
    MedicalInstitutionCode institution,
    @Nullable String requestName,
    String correlationId,
    @Nullable CallContext context,
    @Nullable Basis basis,
    @Nullable AuditOutcome outcome,
    @Nullable String errorId,
    @Nullable String consentAskedBy,
    @Nullable Instant consentAt) {
  private static final int LONGEST_WORD = 32;
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_NAME = 128;

  /**
   * Checks every part.
   *
   * @throws InvalidRequestException with every mistake at once
   */
  public AuditRecord {
    List<Violation> violations = new ArrayList<>();
    new AuditText(violations)
        .required("operation", operation, LONGEST_ID)
        .required("interfaceId", interfaceId.value(), LONGEST_ID)
        .required("institution", institution.wire(), LONGEST_WORD)
        .optional("requestName", requestName, LONGEST_NAME)
        .required("correlationId", correlationId, LONGEST_ID)
        .optional("errorId", errorId, LONGEST_WORD)
        .optional("consentAskedBy", consentAskedBy, LONGEST_ID);
    if ((phase == AuditPhase.FINISHED) != (outcome != null)) {
      violations.add(
          new Violation(
              "outcome", "結果は終了の記録だけに設定してください。", "belongs to FINISHED records, and only there"));
    }
    if ((consentAskedBy == null) != (consentAt == null)) {
      violations.add(
          new Violation(
              "consentAt",
              "同意を確認した人と日時の両方を指定してください。",
              "who asked for consent and when go together"));
    }
    if (!violations.isEmpty()) {
      throw new InvalidRequestException(violations);
    }
  }

  /** Starts the record that is written before anything is sent. */
  public static Builder started(
      String operation, InterfaceId interfaceId, MedicalInstitutionCode institution) {
    return new Builder(operation, interfaceId, institution);
  }

  /** The record of an operation that ended with an answer, whatever the answer says. */
  public AuditRecord answered(Instant at, @Nullable String nameOfRequest) {
    return finished(at, nameOfRequest, AuditOutcome.ANSWERED, null);
  }

  /** The record of an operation that ended with a failure. */
  public AuditRecord failed(Instant at, @Nullable String nameOfRequest, ShikakuException failure) {
    return finished(at, nameOfRequest, AuditOutcome.of(failure.error()), failure.errorId());
  }

  /** The record of an operation that ended with a failure that has no id. */
  public AuditRecord failed(Instant at, @Nullable String nameOfRequest) {
    return finished(at, nameOfRequest, AuditOutcome.FAILED, null);
  }

  private AuditRecord finished(
      Instant at,
      @Nullable String nameOfRequest,
      AuditOutcome howItEnded,
      @Nullable String idOfError) {
    return new AuditRecord(
        at,
        AuditPhase.FINISHED,
        operation,
        interfaceId,
        institution,
        nameOfRequest == null ? requestName : nameOfRequest,
        correlationId,
        context,
        basis,
        howItEnded,
        idOfError,
        consentAskedBy,
        consentAt);
  }

  /** Collects the parts of a record of phase {@link AuditPhase#STARTED}. */
  public static final class Builder {
    private final String operation;
    private final InterfaceId interfaceId;
    private final MedicalInstitutionCode institution;
    private @Nullable String requestName;
    private @Nullable CallContext context;
    private @Nullable Basis basis;
    private @Nullable String consentAskedBy;
    private @Nullable Instant consentAt;

    private Builder(String operation, InterfaceId interfaceId, MedicalInstitutionCode institution) {
      this.operation = operation;
      this.interfaceId = interfaceId;
      this.institution = institution;
    }

    /** Name of the request, when it is known already. */
    public Builder requestName(String name) {
      requestName = name;
      return this;
    }

    /** On whose behalf. */
    public Builder context(@Nullable CallContext callContext) {
      context = callContext;
      return this;
    }

    /** On what the operation rests. */
    public Builder basis(@Nullable Basis restsOn) {
      basis = restsOn;
      return this;
    }

    /** Who asked the patient for the consent that the request states, and when. */
    public Builder consent(String askedBy, Instant at) {
      consentAskedBy = askedBy;
      consentAt = at;
      return this;
    }

    /**
     * The record.
     *
     * @param time when
     * @param correlationId an id that no other operation has
     * @throws InvalidRequestException with every mistake at once
     */
    public AuditRecord build(Instant time, String correlationId) {
      return new AuditRecord(
          time,
          AuditPhase.STARTED,
          operation,
          interfaceId,
          institution,
          requestName,
          correlationId,
          context,
          basis,
          null,
          null,
          consentAskedBy,
          consentAt);
    }
  }
}
