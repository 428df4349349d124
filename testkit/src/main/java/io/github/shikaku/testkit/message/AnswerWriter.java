package io.github.shikaku.testkit.message;

import io.github.shikaku.testkit.person.ConsentFamily;
import io.github.shikaku.testkit.person.Identity;
import io.github.shikaku.testkit.person.SampleConsent;
import io.github.shikaku.testkit.person.SamplePerson;
import io.github.shikaku.testkit.person.SampleQualification;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what an answer says into the elements of 資格確認結果 (OQS-IF-002). */
public final class AnswerWriter {
  private static final DateTimeFormatter D8 = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
  private static final DateTimeFormatter DT14 =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
  private static final DateTimeFormatter YM6 = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);

  private final JAXBContext context;

  /** A writer for any number of threads. */
  public AnswerWriter() {
    try {
      this.context = JAXBContext.newInstance(AnswerXml.class);
    } catch (JAXBException e) {
      throw new IllegalStateException("the model of OQS-IF-002 is wrong", e);
    }
  }

  /** The answer as a tree. */
  public AnswerTree tree(AnswerContent content) {
    AnswerXml xml = new AnswerXml();
    xml.messageHeader = header(content.header());
    xml.messageBody = content.outcome() == null ? null : body(content, content.outcome());
    AnswerTree.Builder tree = new AnswerTree.Builder();
    try {
      Marshaller marshaller = context.createMarshaller();
      marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
      marshaller.marshal(xml, tree);
    } catch (JAXBException e) {
      throw new IllegalStateException("the answer could not be written", e);
    }
    return tree.tree();
  }

  private static AnswerXml.Header header(AnswerContent.Header from) {
    AnswerXml.Header to = new AnswerXml.Header();
    to.processExecutionTime = time(from.processedAt());
    to.qualificationConfirmationDate = date(from.confirmationDate());
    to.medicalInstitutionCode = from.institution();
    to.arbitraryFileIdentifier = from.fileIdentifier();
    to.referenceClassification = from.reference();
    to.segmentOfResult = from.segment();
    to.errorCode = from.errorCode();
    to.errorMessage = from.errorMessage();
    to.characterCodeIdentifier = from.encoding().identifier();
    return to;
  }

  private static AnswerXml.Body body(AnswerContent content, AnswerContent.Outcome outcome) {
    AnswerXml.Body to = new AnswerXml.Body();
    ReceivedQuery echo = content.echo();
    to.qualificationConfirmSearchInfo = echo == null ? null : echo(echo);
    to.prescriptionIssueSelect = outcome.prescriptionIssue();
    to.processingResultStatus = outcome.status();
    to.processingResultCode = outcome.code();
    to.processingResultMessage = outcome.message();
    to.qualificationValidity = outcome.validity();
    SamplePerson person = content.person();
    if (person != null && !person.qualifications().isEmpty()) {
      to.results = person.qualifications().stream().map(q -> result(person, q)).toList();
    }
    return to;
  }

  private static SearchInfoXml echo(ReceivedQuery query) {
    SearchInfoXml to = new SearchInfoXml();
    to.insurerNumber = query.insurerNumber();
    to.insuredCardSymbol = query.symbol();
    to.insuredIdentificationNumber = query.number();
    to.insuredBranchNumber = query.branch();
    to.birthdate = date(query.birthdate());
    to.limitApplicationCertificateRelatedConsFlg = query.limitConsent() ? "1" : "0";
    to.arbitraryIdentifier = query.identifier();
    return to;
  }

  private static AnswerXml.Result result(SamplePerson person, SampleQualification q) {
    AnswerXml.Result to = new AnswerXml.Result();
    identity(person.identity(), to);
    membership(q.membership(), to);
    period(q.period(), to);
    to.insuredPartialContributionRatio = q.burden().ratio();
    to.preschoolClassification = q.burden().preschool();
    SampleQualification.Elderly elderly = q.burden().elderly();
    to.elderlyRecipientCertificateInfo = elderly == null ? null : elderly(elderly);
    SampleConsent limitConsent = q.limitConsent();
    if (limitConsent != null) {
      to.limitApplicationCertificateRelatedConsFlg = limitConsent.flag();
      to.limitApplicationCertificateRelatedConsTime = time(limitConsent.at());
    }
    SampleQualification.Limit limit = q.limit();
    to.limitApplicationCertificateRelatedInfo = limit == null ? null : limit(limit);
    SampleConsent diseaseConsent = q.diseaseConsent();
    if (diseaseConsent != null) {
      to.specificDiseasesCertificateRelatedConsFlg = diseaseConsent.flag();
      to.specificDiseasesCertificateRelatedConsTime = time(diseaseConsent.at());
    }
    to.diseases = unlessEmpty(q.diseases().stream().map(AnswerWriter::disease).toList());
    to.tickets = unlessEmpty(q.tickets().stream().map(AnswerWriter::ticket).toList());
    q.consents().forEach((family, consent) -> consent(family, consent, to));
    to.referenceNumber = q.referenceNumber();
    return to;
  }

  private static void identity(Identity from, AnswerXml.Result to) {
    to.name = from.name();
    to.nameKana = from.kana();
    to.sex1 = from.sex();
    to.birthdate = date(from.birthdate());
    to.address = from.address();
    to.postNumber = from.postNumber();
  }

  private static void membership(SampleQualification.Membership from, AnswerXml.Result to) {
    String insurer = from.insurerNumber();
    to.insuredCardClassification = from.cardClass();
    to.insurerNumber = insurer == null ? null : " ".repeat(8 - insurer.length()) + insurer;
    to.insuredCardSymbol = from.symbol();
    to.insuredIdentificationNumber = from.number();
    to.insuredBranchNumber = from.branch();
    to.personalFamilyClassification = from.personal();
    to.insuredName = from.insuredName();
    to.insurerName = from.insurerName();
  }

  private static void period(SampleQualification.Period from, AnswerXml.Result to) {
    to.qualificationDate = date(from.acquired());
    to.disqualificationDate = date(from.lost());
    to.reasonOfLoss = from.lossReason();
    to.insuredCertificateIssuanceDate = date(from.issued());
    to.insuredCardValidDate = date(from.validFrom());
    to.insuredCardExpirationDate = date(from.validUntil());
  }

  private static AnswerXml.Elderly elderly(SampleQualification.Elderly from) {
    AnswerXml.Elderly to = new AnswerXml.Elderly();
    to.elderlyRecipientCertificateDate = date(from.issued());
    to.elderlyRecipientValidStartDate = date(from.validFrom());
    to.elderlyRecipientValidEndDate = date(from.validUntil());
    to.elderlyRecipientContributionRatio = from.ratio();
    return to;
  }

  private static AnswerXml.Limit limit(SampleQualification.Limit from) {
    AnswerXml.Limit to = new AnswerXml.Limit();
    to.limitApplicationCertificateClassification = from.classification();
    to.limitApplicationCertificateClassificationFlag = from.category();
    to.limitApplicationCertificateDate = date(from.issued());
    to.limitApplicationCertificateValidStartDate = date(from.validFrom());
    to.limitApplicationCertificateValidEndDate = date(from.validUntil());
    to.limitApplicationCertificateLongTermDate = date(from.longTermFrom());
    return to;
  }

  private static AnswerXml.Disease disease(SampleQualification.Disease from) {
    AnswerXml.Disease to = new AnswerXml.Disease();
    to.specificDiseasesDiseaseCategory = from.category();
    to.specificDiseasesCertificateDate = date(from.issued());
    to.specificDiseasesValidStartDate = date(from.validFrom());
    to.specificDiseasesValidEndDate = date(from.validUntil());
    to.specificDiseasesSelfPay = String.valueOf(from.selfPayYen());
    return to;
  }

  private static AnswerXml.Ticket ticket(SampleQualification.Ticket from) {
    AnswerXml.Ticket to = new AnswerXml.Ticket();
    to.ticketType = from.type();
    to.medicalTicketValidDate = date(from.validFrom());
    to.medicalTicketExpirationDate = date(from.validUntil());
    to.issueNumber = from.issueNumber();
    to.medicalTreatmentMonth = YM6.format(from.month());
    to.designatedMedicalInstitutionCode = from.institution();
    to.designatedMedicalInstitutionFlag = "0";
    to.designatedMedicalInstitutionName = "見本医院";
    to.injuryName1 = "見本病";
    to.medicalTreatmentType = from.treatment();
    to.selfPayAmount = String.valueOf(from.selfPayYen());
    to.districtContactName = "見本　担当";
    to.handlingContactName = "見本　取扱";
    to.singleOrCombinedUse = "01";
    to.statusOfSocialInsurance = "02";
    to.statusOfInfecton = "02";
    to.statusOfElderlyMedicalCare = "02";
    to.statusOfPrefecturalExpenses = "02";
    return to;
  }

  private static void consent(ConsentFamily family, SampleConsent consent, AnswerXml.Result to) {
    String flag = consent.flag();
    String at = time(consent.at());
    String until = consent.availableUntil() == null ? null : time(consent.availableUntil());
    switch (family) {
      case CHECKUP -> {
        to.specificHealthCheckupsInfoConsFlg = flag;
        to.specificHealthCheckupsInfoConsTime = at;
        to.specificHealthCheckupsInfoAvailableTime = until;
      }
      case MEDICATION -> {
        to.pharmacistsInfoConsFlg = flag;
        to.pharmacistsInfoConsTime = at;
        to.pharmacistsInfoAvailableTime = until;
      }
      case DIAGNOSIS -> {
        to.diagnosisInfoConsFlg = flag;
        to.diagnosisInfoConsTime = at;
        to.diagnosisInfoAvailableTime = until;
      }
      case OPERATION -> {
        to.operationInfoConsFlg = flag;
        to.operationInfoConsTime = at;
        to.operationInfoAvailableTime = until;
      }
      case DIAGNOSIS_NAME -> {
        to.diagnosisNameConsFlg = flag;
        to.diagnosisNameConsTime = at;
        to.diagnosisNameAvailableTime = until;
      }
      case INFECTION -> {
        to.infectiousInfoConsFlg = flag;
        to.infectiousInfoConsTime = at;
        to.infectiousInfoAvailableTime = until;
      }
      case ALLERGY -> {
        to.allergyInfoConsFlg = flag;
        to.allergyInfoConsTime = at;
        to.allergyInfoAvailableTime = until;
      }
      case CONTRAINDICATION -> {
        to.contraindicationInfoConsFlg = flag;
        to.contraindicationInfoConsTime = at;
        to.contraindicationInfoAvailableTime = until;
      }
      case TEST -> {
        to.testInfoConsFlg = flag;
        to.testInfoConsTime = at;
        to.testInfoAvailableTime = until;
      }
      case PRESCRIPTION -> {
        to.prescriptionInfoConsFlg = flag;
        to.prescriptionInfoConsTime = at;
        to.prescriptionInfoAvailableTime = until;
      }
    }
  }

  private static <T> @Nullable List<T> unlessEmpty(List<T> list) {
    return list.isEmpty() ? null : list;
  }

  private static @Nullable String date(@Nullable LocalDate date) {
    return date == null ? null : D8.format(date);
  }

  private static String time(LocalDateTime time) {
    return DT14.format(time);
  }
}
