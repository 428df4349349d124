package io.github.shikaku.testkit;

import static io.github.shikaku.testkit.Requests.DAY;

/** Requests to the Web API written by hand. */
final class JsonRequests {
  private JsonRequests() {}

  static String request(ScenarioQuery q) {
    return """
        {"XmlMsg":{"MessageHeader":{
        "QualificationConfirmationDate":"%s","MedicalInstitutionCode":"1319999991",
        "ArbitraryFileIdentifier":"BY-HAND-1"},
        "MessageBody":{"QualificationConfirmSearchInfo":{
        "InsurerNumber":"%s",%s"InsuredIdentificationNumber":"%s",%s"Birthdate":"%s",
        "LimitApplicationCertificateRelatedConsFlg":"0"}}}}
        """
        .formatted(
            DAY.toString().replace("-", ""),
            "0".repeat(8 - q.insurerNumber().length()) + q.insurerNumber(),
            q.symbol() == null ? "" : "\"InsuredCardSymbol\":\"" + q.symbol() + "\",",
            q.number(),
            q.branch() == null ? "" : "\"InsuredBranchNumber\":\"" + q.branch() + "\",",
            q.birthdate().toString().replace("-", ""));
  }
}
