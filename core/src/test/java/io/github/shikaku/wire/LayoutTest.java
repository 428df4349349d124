package io.github.shikaku.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.shikaku.model.Code;
import io.github.shikaku.model.PersonalText;
import io.github.shikaku.model.Sex;
import io.github.shikaku.wire.Layout.Element;
import io.github.shikaku.wire.Layout.ElementKind;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlRootElement;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  @Test
  void of_record_hasOrderedElementsWithTheirKinds() {
    Layout<Root> layout = Layout.of(Root.class, LOOKUP);

    assertThat(layout.rootName()).hasValue("Root");
    assertThat(layout.elements())
        .extracting(Element::name)
        .containsExactly("Text", "Sex", "Passcode", "Group", "Number", "Item");
    assertThat(layout.elements())
        .extracting(Element::kind)
        .containsExactly(
            ElementKind.TEXT,
            ElementKind.CODE,
            ElementKind.VALUE,
            ElementKind.GROUP,
            ElementKind.VALUE,
            ElementKind.GROUP);
    assertThat(layout.elements())
        .extracting(Element::isList)
        .containsExactly(false, false, false, false, true, true);
    assertThat(layout.elements().get(2).isSecret()).isTrue();
    assertThat(layout.elements().get(0).isSecret()).isFalse();
    assertThat(layout.elements().get(5).wrapper()).hasValue("ItemList");
    assertThat(layout.elements().get(5).group().flatMap(Layout::rootName)).isEmpty();
  }

  @Test
  void read_listWithoutWrapper_collectsItemsWhereverTheyStand() {
    Layout<Root> layout = Layout.of(Root.class, LOOKUP);

    Root root =
        XmlReader.create()
            .read(
                Samples.utf8(
                    "<Root><Number>1</Number><Text>t</Text><Number>2</Number><Number/>"
                        + "<ItemList><Item><A>3</A></Item></ItemList></Root>"),
                layout)
            .message();

    assertThat(root.numbers()).extracting(PersonalText::text).containsExactly("1", "2");
    assertThat(root.items()).containsExactly(new Group("3"));
    assertThat(root.sex()).isEqualTo(Code.notReported(Sex.class));
    assertThat(XmlReader.create().read(write(root, layout), layout).message()).isEqualTo(root);
    assertThatThrownBy(() -> root.numbers().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void of_recordThatIsNoLayout_isRefused() {
    List<Class<? extends Record>> broken =
        List.of(Unnamed.class, Untyped.class, Twice.class, Endless.class, WrapperWithoutList.class);
    for (Class<? extends Record> type : broken) {
      assertThatThrownBy(() -> Layout.of(type, LOOKUP))
          .as(type.getSimpleName())
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Layout.of(Root.class)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void read_layoutOfAGroup_isRefused() {
    Layout<Group> group = Layout.of(Group.class, LOOKUP);

    assertThatThrownBy(() -> XmlReader.create().read(Samples.utf8("<Group/>"), group))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void messages_everyElementOfTheInterfaceDescription_isThere() {
    List<String> names = new ArrayList<>();
    collect(Samples.RESULT, names);

    assertThat(names)
        .contains(
            "ProcessExecutionTime CharacterCodeIdentifier ErrorMessage PrescriptionIssueSelect"
                .split(" "))
        .contains("QualificationDate DisqualificationDate ArbitraryIdentifier".split(" "))
        .contains("QualificationConfirmationKey LimitApplicationCertificateChanged".split(" "))
        .contains("StatusOfInfecton PublicExpenseNumber BeneficiaryNumber".split(" "))
        .contains("WelfareOfficeName MedicalTicketInfo SpecificDiseasesSelfPay".split(" "));
    for (String family :
        List.of(
            "SpecificHealthCheckupsInfo",
            "PharmacistsInfo",
            "DiagnosisInfo",
            "OperationInfo",
            "DiagnosisName",
            "InfectiousInfo",
            "AllergyInfo",
            "ContraindicationInfo",
            "TestInfo",
            "PrescriptionInfo")) {
      assertThat(names).contains(family + "ConsFlg", family + "ConsTime", family + "AvailableTime");
    }
    // 9 of the header, 2 groups, 7 of the body with an echo of 7, and the record.
    assertThat(names).hasSize(9 + 2 + 7 + 7 + 71 + 4 + 6 + 5 + 26);
  }

  private static void collect(Layout<?> layout, List<String> names) {
    for (Element element : layout.elements()) {
      names.add(element.name());
      Optional<Layout<?>> group = element.group();
      group.ifPresent(inner -> collect(inner, names));
    }
  }

  private static byte[] write(Root root, Layout<Root> layout) {
    return XmlWriter.of(WireEncoder.of(WireEncoding.UTF_8)).write(root, layout);
  }

  @XmlRootElement(name = "Root")
  record Root(
      @XmlElement(name = "Text") @Nullable String text,
      @XmlElement(name = "Sex") Code<Sex> sex,
      @Secret @XmlElement(name = "Passcode") @Nullable PersonalText passcode,
      @XmlElement(name = "Group") @Nullable Group group,
      @XmlElement(name = "Number") List<PersonalText> numbers,
      @XmlElementWrapper(name = "ItemList") @XmlElement(name = "Item") List<Group> items) {}

  record Group(@XmlElement(name = "A") @Nullable String a) {}

  record Unnamed(String text) {}

  record Untyped(@XmlElement(name = "Number") int number) {}

  record Twice(@XmlElement(name = "A") String a, @XmlElement(name = "A") String b) {}

  record Endless(@XmlElement(name = "A") Endless endless) {}

  record WrapperWithoutList(@XmlElementWrapper(name = "As") @XmlElement(name = "A") String a) {}
}
