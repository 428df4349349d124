package io.github.shikaku.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.shikaku.model.CheckDigit;
import io.github.shikaku.model.MedicalInstitutionCode;
import io.github.shikaku.model.WireValue;
import org.junit.jupiter.api.Test;

class IndependenceTest {
  @Test
  void simulator_ofTheTerminal_sharesNothingWithTheClientButTwoValues() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.github.shikaku.testkit",
            "io.github.shikaku.testkit.message..",
            "io.github.shikaku.testkit.person..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.github.shikaku..")
                .and(not(resideInAPackage("io.github.shikaku.testkit..")))
                .and(
                    not(
                        belongToAnyOf(
                            CheckDigit.class, MedicalInstitutionCode.class, WireValue.class))))
        .because("a wrong element name must not be able to hide on both sides")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.shikaku.testkit"));
  }
}
