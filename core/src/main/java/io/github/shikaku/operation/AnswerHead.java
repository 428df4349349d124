package io.github.shikaku.operation;

import io.github.shikaku.model.Code;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.ResultSegment;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of all answers have in common and what the road checks.
 *
 * @param institution 医療機関コード of the answer, null when absent
 * @param identifier 任意のファイル識別子 of the answer, null when absent
 * @param segment 処理結果区分
 * @param errorCode ErrorCode, null when absent
 * @param errorMessage ErrorMessage, null when absent
 */
public record AnswerHead(
    @Nullable MedicalInstitutionCode institution,
    @Nullable String identifier,
    Code<ResultSegment> segment,
    @Nullable String errorCode,
    @Nullable String errorMessage) {
  /** Identifier and message come from outside and are not printed. */
  @Override
  public String toString() {
    return "AnswerHead[" + institution + ", " + segment + "]";
  }
}
