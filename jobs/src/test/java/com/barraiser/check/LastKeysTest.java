package com.barraiser.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.barraiser.testing.WithSpark;
import com.barraiser.vocabulary.warehouse.SurrogateKeys;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of surrogate keys. */
@Tag("long")
@WithSpark
class LastKeysTest {

  private static final SurrogateKeys KEYS =
      new SurrogateKeys("dim_customer", "customer_key", List.of("customer_id"));

  private final SparkSession spark;
  private final LastKeys lastKeys = new LastKeys();

  @TempDir private Path folder;

  LastKeysTest(SparkSession spark) {
    this.spark = SmallSessions.forFewRows(spark);
  }

  @Test
  void changedKeyStaysWrongAndANewRowIsNoChange() {
    assertThat(after("(10, 1L), (20, 2L)")).isEmpty();
    assertThat(after("(10, 1L), (20, 2L), (30, 3L)")).isEmpty();
    assertThat(after("(10, 1L), (20, 4L), (30, 3L)"))
        .containsExactly("dim_customer has a row with another customer_key than it had before");
    assertThat(after("(10, 1L), (20, 4L)")).hasSize(1);
    lastKeys.forget(warehouse(), List.of(KEYS));
    assertThat(after("(10, 9L)")).isEmpty();
  }

  @Test
  void keysThatAreMissingOrThereTwiceAreSaid() {
    assertThat(after("(10, 1L), (20, NULL)"))
        .containsExactly("dim_customer has rows without a customer_key");
    assertThat(after("(10, 1L), (30, 1L)"))
        .containsExactly("dim_customer has a customer_key twice");
  }

  @Test
  void keyIsGivenOnceAndForEver() {
    assertThat(after("(10, NULL), (20, 2L)")).hasSize(1);
    assertThat(after("(10, 1L), (20, 2L)")).isEmpty();
    assertThat(after("(20, 2L)")).isEmpty();
    assertThat(after("(10, 3L), (20, 2L)"))
        .containsExactly("dim_customer has a row with another customer_key than it had before");
  }

  @Test
  void tableThatTakesThePlaceOfAnotherIsLookedAt() throws IOException {
    assertThat(after("(10, 1L), (20, 2L)")).isEmpty();
    FileUtils.deleteDirectory(folder.resolve("warehouse/dim_customer").toFile());
    assertThat(after("(10, 2L), (20, 1L)"))
        .containsExactly("dim_customer has a row with another customer_key than it had before");
  }

  @Test
  void keysThatAreNoWholeNumbersOf64BitsAreSaid() {
    assertThat(after("(10, 'a')"))
        .containsExactly("dim_customer has a customer_key that is STRING, not BIGINT");
  }

  private List<String> after(String rows) {
    SparkSession.setActiveSession(spark);
    spark
        .sql("SELECT * FROM VALUES " + rows + " AS t(customer_id, customer_key)")
        .write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .save(warehouse().path("dim_customer"));
    return lastKeys.broken(warehouse(), KEYS);
  }

  private Warehouse warehouse() {
    return Warehouse.at(spark, folder.resolve("warehouse").toString());
  }
}
