package com.barraiser.datasets.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.barraiser.datasets.generate.Manifest.Achieved;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

  private static final Manifest MANIFEST =
      new Manifest(
          "json",
          new Knobs(10, 42, 1.2, 0.1, 0.2, 0.3, 7),
          Map.of("order_events", new Achieved(10, 0.5, 0.1, 0.2, 0.3)));

  @Test
  void fileStatesWhatWasAskedForAndWhatCameOut(@TempDir Path folder) throws IOException {
    MANIFEST.write(new Configuration(), folder.toString());
    JsonNode json = new ObjectMapper().readTree(folder.resolve("_manifest.json").toFile());
    assertThat(json.get("format").asText()).isEqualTo("json");
    assertThat(json.get("knobs"))
        .hasToString(
            "{\"rows\":10,\"seed\":42,\"skew\":1.2,\"late\":0.1,\"duplicates\":0.2,"
                + "\"malformed\":0.3,\"days\":7}");
    assertThat(json.get("achieved").get("order_events"))
        .hasToString(
            "{\"rows\":10,\"hottest_key_share\":0.5,\"late_share\":0.1,\"duplicate_share\":0.2,"
                + "\"malformed_share\":0.3}");
  }

  @Test
  void tablesStandInTheOrderOfTheirNames() throws IOException {
    Achieved achieved = new Achieved(1, 0, 0, 0, 0);
    Map<String, Achieved> tables =
        Map.of("c", achieved, "a", achieved, "e", achieved, "b", achieved, "d", achieved);
    Manifest manifest = new Manifest("json", MANIFEST.knobs(), tables);
    assertThat(new ObjectMapper().readTree(manifest.toJson()).get("achieved").fieldNames())
        .toIterable()
        .containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void whatIsReadIsWhatWasWritten(@TempDir Path folder) {
    MANIFEST.write(new Configuration(), folder.toString());
    assertThat(Manifest.read(new Configuration(), folder.toString())).contains(MANIFEST);
  }

  @Test
  void manifestIsNeverReplaced(@TempDir Path folder) {
    MANIFEST.write(new Configuration(), folder.toString());
    assertThatThrownBy(() -> MANIFEST.write(new Configuration(), folder.toString()))
        .isInstanceOf(RuntimeException.class);
  }
}
