package io.github.shikaku.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The arrows of docs/architecture.md. */
class ArchitectureTest {
  private static final String ROOT = "io.github.shikaku";
  private static final JavaClasses PROJECT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** Their comments say why; nothing else may be added without a comment as good. */
  private static final Set<String> STATIC_STATE =
      Set.of(
          "io.github.shikaku.audit.TrailLock.HELD", "io.github.shikaku.exchange.FileJournal.HELD");

  @Test
  void modules_ofTheProject_pointDownOnly() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
        .optionalLayer("testkit")
        .definedBy(ROOT + ".testkit..")
        .optionalLayer("batch")
        .definedBy(ROOT + ".batch..")
        .optionalLayer("smartcard")
        .definedBy(ROOT + ".smartcard..")
        .whereLayer("testkit")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("batch")
        .mayOnlyBeAccessedByLayers("testkit")
        .whereLayer("smartcard")
        .mayOnlyBeAccessedByLayers("testkit")
        .check(PROJECT);
    noClasses()
        .that(inCore())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + ".batch..", ROOT + ".smartcard..", ROOT + ".testkit..", ROOT + ".examples..")
        .check(PROJECT);
  }

  @Test
  void floors_ofCore_useLowerFloorsOnlyAndDoNotKnowTheirNeighbours() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage(ROOT + "..")
        .layer("model")
        .definedBy(ROOT + ".model..")
        .layer("error")
        .definedBy(ROOT + ".error..")
        .layer("wire")
        .definedBy(ROOT + ".wire..")
        .layer("exchange")
        .definedBy(ROOT + ".exchange..")
        .layer("audit")
        .definedBy(ROOT + ".audit..")
        .layer("listen")
        .definedBy(ROOT + ".listen..")
        .layer("operation")
        .definedBy(ROOT + ".operation..")
        .layer("qualification")
        .definedBy(ROOT + ".qualification..")
        .layer("door")
        .definedBy(ROOT)
        .whereLayer("model")
        .mayNotAccessAnyLayer()
        .whereLayer("error")
        .mayOnlyAccessLayers("model")
        .whereLayer("wire")
        .mayOnlyAccessLayers("model", "error")
        .whereLayer("exchange")
        .mayOnlyAccessLayers("model", "error")
        .whereLayer("audit")
        .mayOnlyAccessLayers("model", "error")
        .whereLayer("listen")
        .mayOnlyAccessLayers("model", "error")
        .whereLayer("operation")
        .mayOnlyAccessLayers("model", "error", "wire", "exchange", "audit", "listen")
        .whereLayer("qualification")
        .mayOnlyAccessLayers("model", "error", "wire", "exchange", "audit", "listen", "operation")
        .check(PROJECT);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".exchange")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".exchange.web..")
        .because("folders work without an HTTP client")
        .check(PROJECT);
  }

  @Test
  void core_ofManyFloors_hasNoRoomWithoutAFloor() {
    assertThat(PROJECT.stream().filter(ArchitectureTest::isNoOtherModule))
        .isNotEmpty()
        .allMatch(inCore());
  }

  @Test
  void messages_ofEveryKind_areParsedAndWrittenByWireOnly() {
    noClasses()
        .that(inCore())
        .and()
        .resideOutsideOfPackage(ROOT + ".wire..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javax.xml.stream..")
        .check(PROJECT);
    noClasses()
        .that()
        .resideInAnyPackage(ROOT, ROOT + ".operation..", ROOT + ".qualification..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .check(PROJECT);
  }

  @Test
  void sharedFolder_whereverItIsTouched_isTouchedThroughOneSeam() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".exchange..")
        .and()
        .doNotHaveSimpleName("FolderFiles")
        .and(areNotInTheirOwnFolder())
        .should()
        .callMethodWhere(touchingAFile())
        .because("what Windows does differently must be correctable, and be tried, in one place")
        .check(PROJECT);
  }

  @Test
  void libraries_whenTheyHaveSomethingToSay_sayItThroughSlf4j() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(PROJECT);
  }

  @Test
  void core_whenItNeedsTheTime_asksTheClockItWasGiven() {
    noClasses()
        .that(inCore())
        .should()
        .callMethodWhere(readingTheClockOfTheMachine())
        .because("a test, and a machine whose clock is wrong, bring a clock of their own")
        .check(PROJECT);
  }

  @Test
  void core_whenItWaits_doesNotSleep() {
    noClasses()
        .that(inCore())
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .check(PROJECT);
  }

  @Test
  void staticFields_ofEveryModule_neverChange() throws ReflectiveOperationException {
    fields().that().areStatic().should().beFinal().check(PROJECT);
    List<String> changeable = new ArrayList<>();
    for (JavaClass type : PROJECT) {
      for (JavaField field : type.getFields()) {
        if (field.getModifiers().contains(JavaModifier.STATIC)
            && !field.getModifiers().contains(JavaModifier.SYNTHETIC)
            && isChangeable(valueOf(field))) {
          changeable.add(field.getFullName());
        }
      }
    }
    assertThat(changeable).containsExactlyInAnyOrderElementsOf(STATIC_STATE);
  }

  @Test
  void exceptions_ofCore_haveOneRoot() {
    classes()
        .that()
        .areAssignableTo(RuntimeException.class)
        .and(inCore())
        .and()
        .arePublic()
        .should()
        .beAssignableTo("io.github.shikaku.error.ShikakuException")
        .check(PROJECT);
  }

  /**
   * The journal, 連携アプリ's settings and certificates lie on a local disk, not in the shared folder.
   */
  private static DescribedPredicate<JavaClass> areNotInTheirOwnFolder() {
    return DescribedPredicate.describe(
        "not about a folder of their own",
        type ->
            !Set.of(
                    "FileJournal",
                    "JournalPages",
                    "EncryptionSetting",
                    "ClientIdentity",
                    "PemFiles")
                .contains(outermost(type).getSimpleName()));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static DescribedPredicate<JavaMethodCall> touchingAFile() {
    return DescribedPredicate.describe(
        "touching a file",
        call ->
            Set.of("java.nio.file.Files", "java.nio.channels.FileChannel", "java.io.File")
                .contains(call.getTargetOwner().getFullName()));
  }

  private static @Nullable Object valueOf(JavaField field) throws ReflectiveOperationException {
    Field reflected = field.reflect();
    reflected.setAccessible(true);
    return reflected.get(null);
  }

  /** An array cannot be made unchangeable, but a private one that nothing writes to is as good. */
  private static boolean isChangeable(@Nullable Object value) {
    if (value instanceof AtomicInteger
        || value instanceof AtomicLong
        || value instanceof AtomicReference) {
      return true;
    }
    if (!(value instanceof Collection) && !(value instanceof Map)) {
      return false;
    }
    String implementation = value.getClass().getName();
    return !implementation.startsWith("java.util.ImmutableCollections")
        && !implementation.startsWith("java.util.Collections$Unmodifiable")
        && !implementation.startsWith("java.util.Collections$Empty");
  }

  private static DescribedPredicate<JavaMethodCall> readingTheClockOfTheMachine() {
    return DescribedPredicate.describe(
        "reading the clock of the machine",
        call -> {
          String owner = call.getTargetOwner().getFullName();
          boolean argumentless = call.getTarget().getRawParameterTypes().isEmpty();
          return (owner.startsWith("java.time.") && call.getName().equals("now") && argumentless)
              || (owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis"))
              || (owner.equals("java.util.Date")
                  && call.getName().equals("<init>")
                  && argumentless);
        });
  }

  private static DescribedPredicate<JavaClass> inCore() {
    return DescribedPredicate.describe(
        "of core",
        type ->
            type.getPackageName().equals(ROOT)
                || Set.of(
                        "model",
                        "error",
                        "wire",
                        "exchange",
                        "audit",
                        "listen",
                        "operation",
                        "qualification")
                    .contains(floorOf(type)));
  }

  private static boolean isNoOtherModule(JavaClass type) {
    return Stream.of("batch", "smartcard", "testkit")
        .noneMatch(module -> (type.getPackageName() + ".").startsWith(ROOT + "." + module + "."));
  }

  private static String floorOf(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.", 2)[0] : "";
  }
}
