package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.shikaku.model.Code;
import io.github.shikaku.model.ConsentFlag;
import io.github.shikaku.model.LimitConsentFlag;
import io.github.shikaku.qualification.ConsentFamily;
import io.github.shikaku.qualification.LimitCertificate;
import io.github.shikaku.qualification.MedicalConsent;
import io.github.shikaku.qualification.QualificationAnswer;
import io.github.shikaku.qualification.QualificationResult;
import io.github.shikaku.qualification.QualificationResultMessage;
import io.github.shikaku.wire.UnknownElement;
import java.util.List;

/** The documented JSON of a qualification answer, wherever the answer came from. */
final class AnswerJson {
  private AnswerJson() {}

  /** Adds the answer to what is already said of its interface and file. */
  static ObjectNode of(Fields fields, QualificationAnswer answer) {
    fields
        .put("encoding", answer.encoding().declaredName())
        .put("basis", answer.basis().name())
        .put("header", header(answer.header()))
        .put("status", answer.status())
        .put("resultCode", answer.resultCode().orElse(null))
        .put("resultMessage", answer.resultMessage().orElse(null))
        .put("validity", answer.validity())
        .put("prescriptionIssue", answer.prescriptionIssue());
    QualificationResultMessage.Body body = answer.message().body();
    if (body != null && body.searchInfo() != null) {
      fields.put("searchInfo", Fields.ofRecord(body.searchInfo()));
    }
    ObjectNode json = fields.json();
    ArrayNode qualifications = json.putArray("qualifications");
    answer.qualifications().forEach(one -> qualifications.add(qualification(one)));
    json.set("unknown", unknown(answer.unknown()));
    return json;
  }

  static ArrayNode unknown(List<UnknownElement> elements) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (UnknownElement element : elements) {
      array.addObject().put("path", element.path()).put("value", element.value().text());
    }
    return array;
  }

  private static ObjectNode header(QualificationResultMessage.Header header) {
    return new Fields()
        .put("processedAt", header.processedAt())
        .put("confirmationDate", header.confirmationDate())
        .put("institution", header.institution())
        .put("fileIdentifier", header.fileIdentifier())
        .put("inquiry", header.inquiry())
        .put("segment", header.segment())
        .put("errorCode", header.errorCode())
        .put("errorMessage", header.errorMessage())
        .put("characterCode", header.characterCode())
        .json();
  }

  private static ObjectNode qualification(QualificationResult one) {
    Fields fields =
        new Fields()
            .put("cardClass", one.cardClass())
            .put("insurerNumber", one.insurerNumber())
            .put("symbol", one.symbol())
            .put("number", one.number())
            .put("branch", one.branch())
            .put("personal", one.personal())
            .put("insuredName", one.insuredName())
            .put("name", one.name())
            .put("nameOther", one.nameOther())
            .put("nameKana", one.nameKana())
            .put("nameOtherKana", one.nameOtherKana())
            .put("sex", one.sex())
            .put("sex2", one.sex2())
            .put("birthdate", one.birthdate())
            .put("address", one.address())
            .put("postalCode", one.postalCode())
            .put("acquired", one.acquired())
            .put("lost", one.lost())
            .put("lossReason", one.lossReason())
            .put("issued", one.issued())
            .put("validFrom", one.validFrom())
            .put("validUntil", one.validUntil())
            .put("copayPercent", one.copay())
            .put("preschool", one.preschool())
            .put("insurerName", one.insurerName());
    if (one.elderlyRecipient() != null) {
      fields.put("elderlyRecipient", Fields.ofRecord(one.elderlyRecipient()));
    }
    return fields
        .put("limitCertificate", limitCertificate(one))
        .put("specificDiseases", specificDiseases(one))
        .put("medicalTickets", records(one.medicalTickets()))
        .put("consents", consents(one))
        .put("referenceNumber", one.referenceNumber())
        .put("arbitraryIdentifier", one.arbitraryIdentifier())
        .put("confirmationKey", one.confirmationKey())
        .put("limitChanged", one.limitChanged())
        .put("publicExpenseNumber", one.publicExpenseNumber())
        .put("beneficiaryNumber", one.beneficiaryNumber())
        .put("welfareOfficeName", one.welfareOfficeName())
        .json();
  }

  private static ObjectNode limitCertificate(QualificationResult one) {
    Code<LimitConsentFlag> consent = one.limitConsent();
    Fields fields = new Fields().put("consent", consent).put("consentAt", one.limitConsentAt());
    LimitCertificate certificate = one.limitCertificate();
    if (certificate != null) {
      fields
          .put("class", certificate.certificateClass())
          .put("category", certificate.category())
          .put("issued", certificate.issued())
          .put("validFrom", certificate.validFrom())
          .put("validUntil", certificate.validUntil())
          .put("longTermFrom", certificate.longTermFrom());
    }
    return fields.json();
  }

  private static ObjectNode specificDiseases(QualificationResult one) {
    Code<ConsentFlag> consent = one.specificDiseasesConsent();
    return new Fields()
        .put("consent", consent)
        .put("consentAt", one.specificDiseasesConsentAt())
        .put("certificates", records(one.specificDiseases()))
        .json();
  }

  private static ObjectNode consents(QualificationResult one) {
    Fields fields = new Fields();
    one.consents().forEach((family, consent) -> fields.put(nameOf(family), consent(consent)));
    return fields.json();
  }

  private static ObjectNode consent(MedicalConsent consent) {
    return new Fields()
        .put("consent", consent.consent())
        .put("consentAt", consent.at())
        .put("availableUntil", consent.availableUntil())
        .json();
  }

  private static String nameOf(ConsentFamily family) {
    return switch (family) {
      case CHECKUP -> "checkup";
      case MEDICATION -> "medication";
      case DIAGNOSIS -> "diagnosis";
      case OPERATION -> "operation";
      case DISEASE_NAME -> "diseaseName";
      case INFECTION -> "infection";
      case ALLERGY -> "allergy";
      case CONTRAINDICATION -> "contraindication";
      case TEST -> "test";
      case PRESCRIPTION -> "prescription";
    };
  }

  private static ArrayNode records(List<? extends Record> messages) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    messages.forEach(message -> array.add(Fields.ofRecord(message)));
    return array;
  }
}
