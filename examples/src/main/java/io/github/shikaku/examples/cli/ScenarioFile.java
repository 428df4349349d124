package io.github.shikaku.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.shikaku.error.InvalidConfigurationException;
import io.github.shikaku.testkit.ScenarioCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Further 番号 for the scenarios of the simulator: a JSON object such as {@code {"1234567":
 * "valid"}}.
 */
final class ScenarioFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private ScenarioFile() {}

  static ScenarioCatalogue read(Path file) {
    try {
      Map<String, String> idsByNumber =
          JSON.readValue(Files.readAllBytes(file), new TypeReference<Map<String, String>>() {});
      if (idsByNumber == null) {
        throw mistake("holds null instead of an object");
      }
      return ScenarioCatalogue.standard().alsoUnder(idsByNumber);
    } catch (JsonProcessingException e) {
      throw mistake("is not a JSON object of numbers and scenario ids");
    } catch (IOException e) {
      throw mistake("cannot be read (" + e.getClass().getSimpleName() + ")");
    } catch (IllegalArgumentException e) {
      throw mistake("is wrong: " + e.getMessage());
    }
  }

  private static InvalidConfigurationException mistake(String what) {
    return new InvalidConfigurationException(List.of("the scenarios file " + what));
  }
}
