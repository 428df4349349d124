package io.github.shikaku.checks;

import io.github.shikaku.testkit.Scenario;
import io.github.shikaku.testkit.ScenarioCatalogue;
import io.github.shikaku.testkit.person.Identity;
import io.github.shikaku.testkit.person.PersonGenerator;
import io.github.shikaku.testkit.person.SamplePerson;
import io.github.shikaku.testkit.person.SampleQualification;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What would show that a person was named: names, addresses, numbers of at least seven digits and
 * birthdates of people who occur in tests, each in every form in which it could have been printed.
 */
final class PersonalTraces {
  private static final int LONG_NUMBER = 7;
  private static final int SHORTEST = 3;

  /** Before it Japan had another calendar, and Java has no Japanese dates. */
  private static final LocalDate FIRST_OF_ERAS = LocalDate.of(1873, 1, 1);

  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.BASIC_ISO_DATE,
          DateTimeFormatter.ofPattern("uuuu/MM/dd"),
          DateTimeFormatter.ofPattern("uuuu/M/d"),
          DateTimeFormatter.ofPattern("uuuu.MM.dd"),
          DateTimeFormatter.ofPattern("uuuu年M月d日"),
          DateTimeFormatter.ofPattern("uuuu年MM月dd日"));
  private static final List<DateTimeFormatter> ERAS =
      List.of(
          era("GGGGy年M月d日"),
          era("GGGGyy年MM月dd日"),
          era("GGGGGy.M.d"),
          era("GGGGGyy.MM.dd"),
          era("GGGGGy/M/d"),
          era("GGGGGyy/MM/dd"));
  private static final Pattern ELEMENT =
      Pattern.compile(
          "<(Name|NameKana|NameOfOther|NameOfOtherKana|InsuredName|Address|Birthdate"
              + "|InsuredIdentificationNumber)>([^<]+)</");
  private static final Pattern NUMBER = Pattern.compile("\\bnumber\\(\\s*\"([^\"]+)\"");
  private static final Pattern BIRTHDATE =
      Pattern.compile("\\bbirthdate\\(\\s*LocalDate\\.of\\((\\d+), (\\d+), (\\d+)\\)");

  /** What each text is, by the text; what it is says nothing of the person. */
  private final Map<String, String> kinds = new HashMap<>();

  /** The texts by their first two characters, because logs are long. */
  private final Map<Integer, List<String>> byBeginning = new HashMap<>();

  /** Everybody whom the scenarios and the generator make. */
  PersonalTraces everybodyOfTheTestkit(LocalDate today) {
    for (LocalDate date : List.of(today, today.minusDays(1), LocalDate.of(2026, 11, 20))) {
      for (Scenario scenario : ScenarioCatalogue.standard().scenarios()) {
        add(scenario.person(date));
        number(scenario.query(date).number());
        birthdate(scenario.query(date).birthdate());
      }
    }
    // Names and addresses come from fixed lists; so many people have all of them.
    IntStream.range(0, 2000)
        .mapToObj(seed -> new PersonGenerator(seed).any(LocalDate.of(1985, 6, 10), today))
        .forEach(person -> nameAndAddress(person.identity()));
    return this;
  }

  /** Everybody whom the source of a test calls by an element or a query. */
  PersonalTraces everybodyIn(String source) {
    Matcher element = ELEMENT.matcher(source);
    while (element.find()) {
      switch (element.group(1)) {
        case "Birthdate" -> birthdate(element.group(2));
        case "InsuredIdentificationNumber" -> number(element.group(2));
        case "Address" -> address(element.group(2));
        default -> name(element.group(2));
      }
    }
    Matcher number = NUMBER.matcher(source);
    while (number.find()) {
      number(number.group(1));
    }
    Matcher date = BIRTHDATE.matcher(source);
    while (date.find()) {
      birthdate(
          LocalDate.of(
              Integer.parseInt(date.group(1)),
              Integer.parseInt(date.group(2)),
              Integer.parseInt(date.group(3))));
    }
    return this;
  }

  PersonalTraces add(SamplePerson person) {
    nameAndAddress(person.identity());
    birthdate(person.identity().birthdate());
    List<SampleQualification> all = new ArrayList<>(person.qualifications());
    if (person.newer() != null) {
      all.add(person.newer());
    }
    for (SampleQualification qualification : all) {
      number(qualification.membership().number());
      name(qualification.membership().insuredName());
    }
    return this;
  }

  int size() {
    return kinds.size();
  }

  /** What of it stands in the texts, line by line, in words that do not repeat it. */
  List<String> in(List<String> texts) {
    return texts.stream().flatMap(text -> in(text).stream()).distinct().toList();
  }

  private List<String> in(String text) {
    List<String> found = new ArrayList<>();
    int line = 1;
    for (int at = 0; at + 1 < text.length(); at++) {
      line += text.charAt(at) == '\n' ? 1 : 0;
      for (String trace : byBeginning.getOrDefault(beginning(text, at), List.of())) {
        if (text.startsWith(trace, at) && standsAlone(text, at, at + trace.length())) {
          found.add("line " + line + ": " + kinds.get(trace));
        }
      }
    }
    return found;
  }

  private static int beginning(String text, int at) {
    return text.charAt(at) << 16 | text.charAt(at + 1);
  }

  private void nameAndAddress(Identity identity) {
    name(identity.name());
    name(identity.kana());
    address(identity.address());
  }

  private void name(@Nullable String name) {
    if (name == null || name.isBlank() || isAscii(name)) {
      return;
    }
    for (String form : List.of(name, Normalizer.normalize(name, Normalizer.Form.NFKC))) {
      String[] parts = form.strip().split("[ 　]", -1);
      for (String between : List.of("　", " ", "")) {
        put("a name", String.join(between, parts));
      }
      put("a given name", parts[parts.length - 1]);
    }
  }

  private void address(@Nullable String address) {
    if (address != null && !isAscii(address)) {
      put("an address", address);
      put("an address", Normalizer.normalize(address, Normalizer.Form.NFKC));
    }
  }

  private void number(@Nullable String number) {
    if (number != null && number.length() >= LONG_NUMBER && number.matches("\\d+")) {
      put("a number", number);
      put("a number", fullWidth(number));
    }
  }

  private void birthdate(String text) {
    try {
      birthdate(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeException e) {
      put("a birthdate", text);
    }
  }

  private void birthdate(LocalDate date) {
    List<String> forms = new ArrayList<>(DATES.stream().map(date::format).toList());
    if (!date.isBefore(FIRST_OF_ERAS)) {
      JapaneseDate japanese = JapaneseDate.from(date);
      ERAS.forEach(era -> forms.add(japanese.format(era)));
    }
    for (String form : forms) {
      put("a birthdate", form);
      put("a birthdate", fullWidth(form));
    }
  }

  private void put(String kind, String text) {
    if (text.length() >= SHORTEST && kinds.putIfAbsent(text, kind) == null) {
      byBeginning.computeIfAbsent(beginning(text, 0), any -> new ArrayList<>()).add(text);
    }
  }

  private static DateTimeFormatter era(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.JAPAN)
        .withChronology(JapaneseChronology.INSTANCE);
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)));
    return wide.toString();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** Digits within a longer number or a hash are not a person's. */
  private static boolean standsAlone(String text, int from, int to) {
    return !(isWord(text.charAt(from)) && from > 0 && isWord(text.charAt(from - 1)))
        && !(isWord(text.charAt(to - 1)) && to < text.length() && isWord(text.charAt(to)));
  }

  private static boolean isWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
